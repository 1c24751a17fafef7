package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = int.class)
  //               ^ error: [annette/unsupported-class] rows = int.class on RowsOfAPrimitive: a row
  //     has columns, which int has not. Write a record, whose components are the columns.
class RowsOfAPrimitive {

  @Dense Layer output;
}
