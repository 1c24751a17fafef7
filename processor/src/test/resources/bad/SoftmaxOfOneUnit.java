package bad;

import static dev.annette.Activation.SOFTMAX;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class SoftmaxOfOneUnit {
  @Dense(units = 1, activation = SOFTMAX) Layer gate;
  //                             ^ error: [annette/conflict] @Dense(activation = SOFTMAX) on gate:
  //     the softmax of one number is always 1, so 1 unit would learn nothing. Take more units, or
  //     SIGMOID.
  @Dense(units = 1, activation = SOFTMAX) Layer output;
  //                             ^ error: [annette/conflict] @Dense(activation = SOFTMAX) on output:
  //     the softmax of one number is always 1, so 1 unit would learn nothing. Take more units, or
  //     SIGMOID.
}
