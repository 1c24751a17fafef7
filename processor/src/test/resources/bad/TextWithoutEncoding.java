package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = TextWithoutEncoding.Row.class)
class TextWithoutEncoding {
  record Row(String port, @Label boolean survived) {}
  //                ^ error: [annette/missing] port is a text, but nothing says how it becomes
  //     features. Name its texts with @Categories({"a", "b"}), take a number of features for any
  //     text with @Hashed(32), make it an enum, or leave it out with @Ignore.

  @Dense Layer output;
}
