package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = float[].class)
  //                   ^ error: [annette/unsupported-class] rows = float[].class on RowsOfAnArray: a
  //     row has columns, which float[] has not. Write a record, whose components are the columns.
class RowsOfAnArray {

  @Dense Layer output;
}
