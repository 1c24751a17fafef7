package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = Boolean.class)
  //                   ^ error: [annette/unsupported-column] value is private, but the classes
  //     written beside the network read it. Remove private, or make Boolean a record.
  //                   ^ error: [annette/missing] rows = Boolean.class on RowsOfAClassFile: no
  //     column of Boolean is predicted. Mark the one that is with @Label.
class RowsOfAClassFile {
  @Dense Layer output;
}
