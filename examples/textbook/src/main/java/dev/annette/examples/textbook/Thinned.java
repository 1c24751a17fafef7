package dev.annette.examples.textbook;

import static dev.annette.Activation.SIGMOID;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** A hidden layer of sigmoid units, half of which are left out in each training step. */
@Network(input = 10, loss = Loss.BINARY_CROSS_ENTROPY)
class Thinned {
  @Dense(units = 32, activation = SIGMOID)
  @Dropout(0.5)
  Layer hidden;

  @Dense(units = 1)
  Layer output;
}
