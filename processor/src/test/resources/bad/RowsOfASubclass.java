package bad;

import dev.annette.Dense;
import dev.annette.Ignore;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsOfASubclass.Row.class)
  //                               ^ error: [annette/unsupported-class] rows = Row.class on
  //     RowsOfASubclass: Row inherits from Base (age, size), but its columns are the fields that it
  //     declares itself. Declare them in Row, or mark them with @Ignore.
class RowsOfASubclass {
  static class Base {
    static int count;
    float size;
    float age;
    @Ignore String remark;
  }

  static class Row extends Base {
    float height;
    @Label boolean survived;
  }

  @Dense Layer output;
}
