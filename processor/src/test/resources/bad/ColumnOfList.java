package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.util.List;

@Network(rows = ColumnOfList.Row.class)
class ColumnOfList {
  record Row(List<String> names, float age, @Label boolean survived) {}
  //                      ^ error: [annette/unsupported-column] names is of type List<String>, which
  //     no encoding turns into features. Columns are numbers, booleans, enums, String, LocalDate,
  //     LocalDateTime, and Optional of these. Change its type, or leave it out with @Ignore.

  @Dense Layer output;
}
