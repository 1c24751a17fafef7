package bad;

import dev.annette.Cycle;
import dev.annette.Cyclic;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = CyclicOfNumber.Row.class)
class CyclicOfNumber {
  record Row(@Cyclic(Cycle.DAY_OF_WEEK) int day, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @Cyclic on day turns a date into cycles, but int is a
  //     number. Remove it, or change the type.

  @Dense Layer output;
}
