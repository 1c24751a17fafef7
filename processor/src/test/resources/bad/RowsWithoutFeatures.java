package bad;

import dev.annette.Dense;
import dev.annette.Ignore;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsWithoutFeatures.Row.class)
  //                                   ^ error: [annette/missing] rows = Row.class on
  //     RowsWithoutFeatures: Row has no column to predict from. Add columns without @Label, @Weight
  //     or @Ignore.
class RowsWithoutFeatures {
  record Row(@Label boolean survived, @Ignore String name) {}

  @Dense Layer output;
}
