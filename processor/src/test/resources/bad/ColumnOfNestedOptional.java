package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.util.Optional;

@Network(rows = ColumnOfNestedOptional.Row.class)
class ColumnOfNestedOptional {
  record Row(Optional<Optional<String>> port, float age, @Label boolean survived) {}
  //                                    ^ error: [annette/unsupported-column] port is of type
  //     Optional<Optional<String>>, which no encoding turns into features. Columns are numbers,
  //     booleans, enums, String, LocalDate, LocalDateTime, and Optional of these. Change its type,
  //     or leave it out with @Ignore.

  @Dense Layer output;
}
