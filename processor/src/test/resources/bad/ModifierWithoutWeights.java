package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ModifierWithoutWeights {
  @Standardize @L2(0.1) Layer features;
  //               ^ error: [annette/misplaced] @L2(0.1) on features acts on weights, but this layer
  //     has none. Move it to a layer with units, such as @Dense.
  @Dense(units = 1) Layer output;
}
