package bad;

import static dev.annette.Activation.SIGMOID;
import static dev.annette.Loss.CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = CROSS_ENTROPY)
class CrossEntropyOfOneUnit {
  @Dense(units = 1, activation = SIGMOID) Layer output;
  //             ^ error: [annette/conflict] output has 1 unit, but CROSS_ENTROPY chooses one of
  //     several classes, and the softmax of one number is always 1. Write one unit for each class,
  //     or take BINARY_CROSS_ENTROPY for yes or no.
}
