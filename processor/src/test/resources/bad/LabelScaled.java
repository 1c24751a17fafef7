package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.MinMax;
import dev.annette.Network;

@Network(rows = LabelScaled.Row.class)
class LabelScaled {
  record Row(float age, @Label @MinMax float price) {}
  //                           ^ error: [annette/conflict] price carries @Label and @MinMax, but a
  //     number to predict is scaled by @Standardize alone. Remove one of the two.

  @Dense Layer output;
}
