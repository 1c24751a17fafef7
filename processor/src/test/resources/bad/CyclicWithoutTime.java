package bad;

import dev.annette.Cycle;
import dev.annette.Cyclic;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.time.LocalDate;

@Network(rows = CyclicWithoutTime.Row.class)
class CyclicWithoutTime {
  record Row(@Cyclic(Cycle.HOUR_OF_DAY) LocalDate day, @Label boolean survived) {}
  //                      ^ error: [annette/conflict] @Cyclic(HOUR_OF_DAY) on day: HOUR_OF_DAY is
  //     told by the time, but a LocalDate has none. Take another cycle, or the type LocalDateTime.

  @Dense Layer output;
}
