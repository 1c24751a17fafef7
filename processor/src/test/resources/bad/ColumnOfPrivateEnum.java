package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ColumnOfPrivateEnum.Row.class)
class ColumnOfPrivateEnum {
  record Row(Kind kind, float age, @Label boolean survived) {}
  //              ^ error: [annette/unsupported-column] kind is of type ColumnOfPrivateEnum.Kind,
  //     which is not visible to the classes written beside ColumnOfPrivateEnum. Make it public, or
  //     move it into their package and remove private.

  private enum Kind {
    A,
    B
  }

  @Dense Layer output;
}
