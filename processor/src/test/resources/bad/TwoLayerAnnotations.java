package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class TwoLayerAnnotations {
  @Dense(units = 8) @Standardize Layer hidden;
  //                ^ error: [annette/two-layers] hidden carries @Dense and @Standardize, but a
  //     field is one layer. Give each its own field.
  @Dense(units = 1) Layer output;
}
