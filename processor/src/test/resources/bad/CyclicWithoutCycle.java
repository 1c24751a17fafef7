package bad;

import dev.annette.Cyclic;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.time.LocalDate;

@Network(rows = CyclicWithoutCycle.Row.class)
class CyclicWithoutCycle {
  record Row(@Cyclic({}) LocalDate day, @Label boolean survived) {}
  //                 ^ error: [annette/missing] @Cyclic({}) on day names no cycle, so the date would
  //     become no feature. Write one or more, such as @Cyclic(Cycle.DAY_OF_WEEK).

  @Dense Layer output;
}
