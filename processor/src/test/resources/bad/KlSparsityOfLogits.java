package bad;

import static dev.annette.Activation.SIGMOID;
import static dev.annette.Loss.BINARY_CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.KlSparsity;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = BINARY_CROSS_ENTROPY)
class KlSparsityOfLogits {
  @Dense(units = 8, activation = SIGMOID) @KlSparsity(3) Layer hidden;
  @Dense(units = 3, activation = SIGMOID) @KlSparsity(3) Layer output;
  //                                                  ^ error: [annette/misplaced] @KlSparsity(3) on
  //     output penalises outputs, but BINARY_CROSS_ENTROPY takes this layer's numbers before the
  //     activation. Put it on a layer before.
}
