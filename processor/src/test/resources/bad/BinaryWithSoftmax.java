package bad;

import static dev.annette.Activation.SOFTMAX;
import static dev.annette.Loss.BINARY_CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = BINARY_CROSS_ENTROPY)
class BinaryWithSoftmax {
  @Dense(units = 3, activation = SOFTMAX) Layer output;
  //                             ^ error: [annette/conflict] @Dense(activation = SOFTMAX) on output
  //     contradicts @Network(loss = BINARY_CROSS_ENTROPY): that loss applies SIGMOID itself, to the
  //     numbers before it. Write SIGMOID or LINEAR, or take loss = CROSS_ENTROPY.
}
