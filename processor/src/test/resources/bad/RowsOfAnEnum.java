package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsOfAnEnum.Row.class)
  //                            ^ error: [annette/unsupported-class] rows = Row.class on
  //     RowsOfAnEnum: Row is an enum, which has no columns. Write a record, whose components are
  //     the columns.
class RowsOfAnEnum {
  enum Row {
    A,
    B
  }

  @Dense Layer output;
}
