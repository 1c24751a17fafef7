package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ColumnOfArray.Row.class)
class ColumnOfArray {
  record Row(float[] pixels, @Label boolean survived) {}
  //                 ^ error: [annette/unsupported-column] pixels is of type float[], which no
  //     encoding turns into features. Columns are numbers, booleans, enums, String, LocalDate,
  //     LocalDateTime, and Optional of these. Change its type, or leave it out with @Ignore.

  @Dense Layer output;
}
