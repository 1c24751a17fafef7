package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class StandardizeTwice {
  @Standardize Layer features;
  @Standardize Layer again;
  //                 ^ error: [annette/misplaced] again stands after features, but it measures raw
  //     features, so it must be the first layer. Remove it: features does so already.
  @Dense(units = 1) Layer output;
}
