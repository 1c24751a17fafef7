package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsWithoutLabel.Row.class)
  //                                ^ error: [annette/missing] rows = Row.class on RowsWithoutLabel:
  //     no column of Row is predicted. Mark the one that is with @Label.
class RowsWithoutLabel {
  record Row(float age, int deck) {}

  @Dense Layer output;
}
