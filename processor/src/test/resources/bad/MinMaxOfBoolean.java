package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.MinMax;
import dev.annette.Network;

@Network(rows = MinMaxOfBoolean.Row.class)
class MinMaxOfBoolean {
  record Row(@MinMax boolean alone, float age, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @MinMax on alone scales a number, but boolean is a
  //     boolean. Remove it, or change the type.

  @Dense Layer output;
}
