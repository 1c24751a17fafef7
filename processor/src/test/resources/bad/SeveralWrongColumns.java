package bad;

import dev.annette.Dense;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.MinMax;
import dev.annette.Network;

@Network(rows = SeveralWrongColumns.Row.class)
class SeveralWrongColumns {
  record Row(@MinMax String port, @Hashed(0) float age, char deck, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @MinMax on port scales a number, but String is a text.
  //     Remove it, or change the type.
  //                                      ^ error: [annette/out-of-range] @Hashed(0) on age: a hash
  //     chooses one of several features, so there must be at least 2.
  //                              ^ error: [annette/misplaced] @Hashed on age turns a text into a
  //     fixed number of features, but float is a number. Remove it, or change the type.
  //                                                         ^ error: [annette/unsupported-column]
  //     deck is of type char, which no encoding turns into features. Columns are numbers, booleans,
  //     enums, String, LocalDate, LocalDateTime, and Optional of these. Change its type, or leave
  //     it out with @Ignore.

  @Dense Layer output;
}
