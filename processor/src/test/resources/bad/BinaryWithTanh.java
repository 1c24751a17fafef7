package bad;

import static dev.annette.Activation.TANH;
import static dev.annette.Loss.BINARY_CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = BINARY_CROSS_ENTROPY)
class BinaryWithTanh {
  @Dense(units = 1, activation = TANH) Layer output;
  //                             ^ error: [annette/conflict] @Dense(activation = TANH) on output
  //     contradicts @Network(loss = BINARY_CROSS_ENTROPY): that loss applies SIGMOID itself, to the
  //     numbers before it. Write SIGMOID or LINEAR, or take another loss.
}
