package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** W2: 32-64-32-1 with L2 and dropout 0.2. */
@Network(input = 32, loss = Loss.HALF_SQUARED_ERROR)
class TabularNet {
  @Dense(units = 64, activation = RELU)
  @L2(1)
  @Dropout(0.2)
  Layer first;

  @Dense(units = 32, activation = RELU)
  @L2(1)
  @Dropout(0.2)
  Layer second;

  @Dense(units = 1)
  @L2(1)
  Layer output;
}
