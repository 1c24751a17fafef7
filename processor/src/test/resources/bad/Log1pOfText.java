package bad;

import dev.annette.Dense;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Log1p;
import dev.annette.Network;

@Network(rows = Log1pOfText.Row.class)
class Log1pOfText {
  record Row(@Log1p @Hashed(4) String port, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @Log1p on port takes the logarithm of a number, but String
  //     is a text. Remove it, or change the type.

  @Dense Layer output;
}
