package bad;

import static dev.annette.Initializer.HE_NORMAL;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class BiasStartWithoutBias {
  @Dense(units = 8, bias = false) @Init(value = HE_NORMAL, bias = 0.1) Layer hidden;
  //                                                              ^ error: [annette/conflict]
  //     @Init(bias = 0.1) on hidden speaks of the bias, but the layer has none (bias = false).
  //     Remove bias from one of the two.
  @Dense(units = 1) Layer output;
}
