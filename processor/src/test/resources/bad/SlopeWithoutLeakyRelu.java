package bad;

import static dev.annette.Activation.RELU;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class SlopeWithoutLeakyRelu {
  @Dense(units = 8, activation = RELU, slope = 0.1) Layer a;
  //                                           ^ error: [annette/conflict] @Dense(slope = 0.1) on a:
  //     slope belongs to LEAKY_RELU, but the activation is RELU. Remove slope, or write activation
  //     = LEAKY_RELU.
  @Dense(units = 8, slope = 5) Layer b;
  //                        ^ error: [annette/conflict] @Dense(slope = 5) on b: slope belongs to
  //     LEAKY_RELU, but the activation is LINEAR. Remove slope, or write activation = LEAKY_RELU.
  @Dense(units = 1) Layer output;
}
