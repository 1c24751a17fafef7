package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsOfAnAbstractClass.Row.class)
  //                                     ^ error: [annette/unsupported-class] rows = Row.class on
  //     RowsOfAnAbstractClass: Row is abstract, so there are no rows of it. Remove abstract.
class RowsOfAnAbstractClass {
  abstract static class Row {
    float age;
    @Label boolean survived;
  }

  @Dense Layer output;
}
