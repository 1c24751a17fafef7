package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.util.Optional;

@Network(rows = LabelOptional.Row.class)
class LabelOptional {
  record Row(float age, @Label Optional<Float> price) {}
  //                                           ^ error: [annette/unsupported-column] price is of
  //     type Optional<Float>, but a label is there in every row. Take the type inside.

  @Dense Layer output;
}
