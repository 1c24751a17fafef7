package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class LayerWithoutAnnotation {
  Layer hidden;
  //    ^ error: [annette/missing] hidden is a layer, but no annotation says what it does. Annotate
  //     it, such as with @Dense(units = 10), or remove it. Layer annotations: @Dense, @Standardize.
  @Dense(units = 1) Layer output;
}
