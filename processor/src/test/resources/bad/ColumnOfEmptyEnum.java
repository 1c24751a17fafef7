package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ColumnOfEmptyEnum.Row.class)
class ColumnOfEmptyEnum {
  record Row(Kind kind, float age, @Label boolean survived) {}
  //              ^ error: [annette/unsupported-column] kind is of type ColumnOfEmptyEnum.Kind,
  //     which has no constant, so it says nothing. Add constants, or leave it out with @Ignore.

  enum Kind {}

  @Dense Layer output;
}
