package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.time.LocalDate;

@Network(rows = DateWithoutCycle.Row.class)
class DateWithoutCycle {
  record Row(LocalDate day, @Label boolean survived) {}
  //                   ^ error: [annette/missing] day is a date, but nothing says how it becomes
  //     features. Name the cycles that matter, such as @Cyclic(Cycle.DAY_OF_WEEK), or leave it out
  //     with @Ignore.

  @Dense Layer output;
}
