package bad;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = LayerAnnotationOnColumn.Row.class)
class LayerAnnotationOnColumn {
  record Row(@Dropout(0.5) float age, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @Dropout on age declares a layer, but this is a column of
  //     rows. Move it to a field of type Layer in LayerAnnotationOnColumn.

  @Dense Layer output;
}
