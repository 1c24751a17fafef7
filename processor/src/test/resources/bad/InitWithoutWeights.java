package bad;

import static dev.annette.Initializer.HE_NORMAL;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class InitWithoutWeights {
  @Standardize @Init(HE_NORMAL) Layer features;
  //                 ^ error: [annette/misplaced] @Init(HE_NORMAL) on features acts on weights, but
  //     this layer has none. Move it to a layer with units, such as @Dense.
  @Dense(units = 1) Layer output;
}
