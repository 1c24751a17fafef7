package bad;

import dev.annette.Dense;
import dev.annette.Ignore;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = LabelAndIgnore.Row.class)
class LabelAndIgnore {
  record Row(float age, @Label boolean survived, @Label @Ignore float price) {}
  //                                             ^ error: [annette/conflict] @Label on price has no
  //     effect beside @Ignore, which leaves the column out. Remove one of the two.

  @Dense Layer output;
}
