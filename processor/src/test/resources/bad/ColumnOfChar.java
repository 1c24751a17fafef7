package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ColumnOfChar.Row.class)
class ColumnOfChar {
  record Row(char deck, float age, @Label boolean survived) {}
  //              ^ error: [annette/unsupported-column] deck is of type char, which no encoding
  //     turns into features. Columns are numbers, booleans, enums, String, LocalDate,
  //     LocalDateTime, and Optional of these. Change its type, or leave it out with @Ignore.

  @Dense Layer output;
}
