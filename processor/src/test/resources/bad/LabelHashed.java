package bad;

import dev.annette.Dense;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = LabelHashed.Row.class)
class LabelHashed {
  record Row(float age, @Label @Hashed(8) String port) {}
  //                           ^ error: [annette/conflict] port carries @Label and @Hashed, but a
  //     predicted text is one of its @Categories. Remove one of the two.

  @Dense Layer output;
}
