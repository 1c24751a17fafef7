package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class LastLayerWithoutAnnotation {
  @Standardize Layer pixels;
  Layer output;
  //    ^ error: [annette/missing] output is a layer, but no annotation says what it does. Annotate
  //     it, such as with @Dense(units = 10), or remove it. Layer annotations: @Dense, @Standardize.
}
