package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;
import dev.annette.UnitNorm;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ConstraintWithoutWeights {
  @Standardize @UnitNorm Layer features;
  //           ^ error: [annette/misplaced] @UnitNorm on features acts on weights, but this layer
  //     has none. Move it to a layer with units, such as @Dense.
  @Dense(units = 1) Layer output;
}
