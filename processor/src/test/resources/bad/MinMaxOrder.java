package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.MinMax;
import dev.annette.Network;

@Network(rows = MinMaxOrder.Row.class)
class MinMaxOrder {
  record Row(@MinMax(min = 1, max = 1) float age, @Label boolean survived) {}
  //                       ^ error: [annette/out-of-range] @MinMax(min = 1) on age: max is what the
  //     greatest number becomes, so it must be above min, but min is 1 and max is 1.

  @Dense Layer output;
}
