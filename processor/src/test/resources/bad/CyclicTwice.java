package bad;

import dev.annette.Cycle;
import dev.annette.Cyclic;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.time.LocalDate;

@Network(rows = CyclicTwice.Row.class)
class CyclicTwice {
  record Row(@Cyclic({Cycle.DAY_OF_WEEK, Cycle.DAY_OF_WEEK}) LocalDate day, @Label boolean survived) {}
  //                                          ^ error: [annette/conflict] @Cyclic({DAY_OF_WEEK,
  //     DAY_OF_WEEK}) on day names DAY_OF_WEEK twice. Write each cycle once.

  @Dense Layer output;
}
