package bad;

import static dev.annette.Activation.SIGMOID;
import static dev.annette.Loss.CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = CROSS_ENTROPY)
class CrossEntropyWithSigmoid {
  @Dense(units = 3, activation = SIGMOID) Layer output;
  //                             ^ error: [annette/conflict] @Dense(activation = SIGMOID) on output
  //     contradicts @Network(loss = CROSS_ENTROPY): that loss applies SOFTMAX itself, to the
  //     numbers before it. Write SOFTMAX or LINEAR, or take loss = BINARY_CROSS_ENTROPY.
}
