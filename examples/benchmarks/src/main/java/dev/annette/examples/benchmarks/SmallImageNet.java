package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** W3: 784-128-10. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
class SmallImageNet {
  @Dense(units = 128, activation = RELU)
  Layer hidden;

  @Dense(units = 10)
  Layer output;
}
