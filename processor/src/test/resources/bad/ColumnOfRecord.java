package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ColumnOfRecord.Row.class)
class ColumnOfRecord {
  record Row(Inner inner, float age, @Label boolean survived) {}
  //               ^ error: [annette/unsupported-column] inner is of type ColumnOfRecord.Inner,
  //     which no encoding turns into features. Columns are numbers, booleans, enums, String,
  //     LocalDate, LocalDateTime, and Optional of these. Change its type, or leave it out with
  //     @Ignore.

  record Inner(float size) {}

  @Dense Layer output;
}
