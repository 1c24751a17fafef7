package bad;

import static dev.annette.Activation.RELU;
import static dev.annette.Loss.CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = CROSS_ENTROPY)
class CrossEntropyWithRelu {
  @Dense(units = 3, activation = RELU) Layer output;
  //                             ^ error: [annette/conflict] @Dense(activation = RELU) on output
  //     contradicts @Network(loss = CROSS_ENTROPY): that loss applies SOFTMAX itself, to the
  //     numbers before it. Write SOFTMAX or LINEAR, or take another loss.
}
