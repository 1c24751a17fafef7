package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsOfAGenericRecord.Row.class)
  //                                    ^ error: [annette/unsupported-class] rows = Row.class on
  //     RowsOfAGenericRecord: Row is generic, but the type of a column must be certain. Remove its
  //     type parameters.
class RowsOfAGenericRecord {
  record Row<T>(float age, @Label boolean survived) {}

  @Dense Layer output;
}
