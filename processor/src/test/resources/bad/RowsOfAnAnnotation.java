package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsOfAnAnnotation.Row.class)
  //                                  ^ error: [annette/unsupported-class] rows = Row.class on
  //     RowsOfAnAnnotation: Row is an annotation type, which has no columns. Write a record, whose
  //     components are the columns.
class RowsOfAnAnnotation {
  @interface Row {}

  @Dense Layer output;
}
