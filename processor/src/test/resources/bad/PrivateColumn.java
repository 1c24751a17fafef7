package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = PrivateColumn.Row.class)
class PrivateColumn {
  static class Row {
    private float age;
  //              ^ error: [annette/unsupported-column] age is private, but the classes written
  //     beside the network read it. Remove private, or make Row a record.
    float size;
    @Label boolean survived;
  }

  @Dense Layer output;
}
