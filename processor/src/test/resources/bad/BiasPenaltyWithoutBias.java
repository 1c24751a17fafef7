package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class BiasPenaltyWithoutBias {
  @Dense(units = 8, bias = false) @L2(value = 0.1, bias = true) Layer a;
  //                                                      ^ error: [annette/conflict] @L2(bias =
  //     true) on a speaks of the bias, but the layer has none (bias = false). Remove bias from one
  //     of the two.
  @Dense(units = 8, bias = false) @L1(value = 0.1, bias = true) Layer b;
  //                                                      ^ error: [annette/conflict] @L1(bias =
  //     true) on b speaks of the bias, but the layer has none (bias = false). Remove bias from one
  //     of the two.
  @Dense(units = 1) Layer output;
}
