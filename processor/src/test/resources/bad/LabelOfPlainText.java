package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = LabelOfPlainText.Row.class)
class LabelOfPlainText {
  record Row(float age, @Label String port) {}
  //                                  ^ error: [annette/missing] port is a text, but nothing says
  //     how it becomes classes. Name its texts with @Categories({"a", "b"}), or make it an enum.

  @Dense Layer output;
}
