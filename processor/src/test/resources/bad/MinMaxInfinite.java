package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.MinMax;
import dev.annette.Network;

@Network(rows = MinMaxInfinite.Row.class)
class MinMaxInfinite {
  record Row(@MinMax(max = 1 / 0.0) float age, @Label boolean survived) {}
  //                         ^ error: [annette/out-of-range] @MinMax(max = Infinity) on age: a bound
  //     is what the least or greatest number becomes, so it must be finite.

  @Dense Layer output;
}
