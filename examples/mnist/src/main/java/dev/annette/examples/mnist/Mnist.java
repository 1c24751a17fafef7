package dev.annette.examples.mnist;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** 784-512-512-10 with dropout 0.2, as in the MLP example that Keras shipped for MNIST. */
@Network(
    input = {28, 28},
    loss = Loss.CROSS_ENTROPY)
class Mnist {
  @Dense(units = 512, activation = RELU)
  @Dropout(0.2)
  Layer first;

  @Dense(units = 512, activation = RELU)
  @Dropout(0.2)
  Layer second;

  @Dense(units = 10)
  Layer output;
}
