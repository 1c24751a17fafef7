package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Weight;

@Network(rows = WeightOfText.Row.class)
class WeightOfText {
  record Row(float age, @Weight String seen, @Label boolean survived) {}
  //                    ^ error: [annette/misplaced] @Weight on seen says in a number how much the
  //     row counts, but String is a text. Remove it, or change the type.

  @Dense Layer output;
}
