package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.WeightDecay;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class WeightDecayOfNoBias {
  @Dense(units = 8, bias = false) @WeightDecay(value = 0.1, bias = true) Layer hidden;
  //                                                               ^ error: [annette/conflict]
  //     @WeightDecay(bias = true) on hidden speaks of the bias, but the layer has none (bias =
  //     false). Remove bias from one of the two.
  @Dense(units = 1) Layer output;
}
