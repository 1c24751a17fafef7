package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Weight;

@Network(rows = LabelAndWeight.Row.class)
class LabelAndWeight {
  record Row(float age, @Label @Weight float seen) {}
  //                           ^ error: [annette/conflict] seen carries @Label and @Weight, but a
  //     column has one role. Remove one of the two.

  @Dense Layer output;
}
