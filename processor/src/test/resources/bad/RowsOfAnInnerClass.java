package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsOfAnInnerClass.Row.class)
  //                                  ^ error: [annette/unsupported-class] rows = Row.class on
  //     RowsOfAnInnerClass: Row is an inner class, whose rows would belong to an instance of
  //     RowsOfAnInnerClass. Make it static.
class RowsOfAnInnerClass {
  class Row {
    float age;
    @Label boolean survived;
  }

  @Dense Layer output;
}
