package bad;

import dev.annette.Dense;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = RowsTooWide.Row.class)
  //                           ^ error: [annette/too-large] rows = Row.class on RowsTooWide: a row
  //     would have 4000000000 features, but a Java array holds at most 2147483639 numbers. Take
  //     fewer.
class RowsTooWide {
  record Row(@Hashed(2000000000) String port, @Hashed(2000000000) String cabin, @Label boolean survived) {}

  @Dense Layer output;
}
