package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** W1: 4-16-3. */
@Network(input = 4, loss = Loss.CROSS_ENTROPY)
class TinyNet {
  @Dense(units = 16, activation = RELU)
  Layer hidden;

  @Dense(units = 3)
  Layer output;
}
