package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = LabelOfOneConstant.Row.class)
class LabelOfOneConstant {
  record Row(float age, @Label Kind kind) {}
  //                                ^ error: [annette/unsupported-column] kind is of type
  //     LabelOfOneConstant.Kind, which has one constant, so it says nothing. Add constants, or
  //     leave it out with @Ignore.

  enum Kind {
    ONLY
  }

  @Dense Layer output;
}
