package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** W6: 32-64-32-1. */
@Network(input = 32, loss = Loss.HALF_SQUARED_ERROR)
class OnlineNet {
  @Dense(units = 64, activation = RELU)
  Layer first;

  @Dense(units = 32, activation = RELU)
  Layer second;

  @Dense(units = 1)
  Layer output;
}
