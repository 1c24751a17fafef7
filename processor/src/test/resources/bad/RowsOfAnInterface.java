package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsOfAnInterface.Row.class)
  //                                 ^ error: [annette/unsupported-class] rows = Row.class on
  //     RowsOfAnInterface: Row is an interface, which has no columns. Write a record, whose
  //     components are the columns.
class RowsOfAnInterface {
  interface Row {}

  @Dense Layer output;
}
