package bad;

import dev.annette.Cycle;
import dev.annette.Cyclic;
import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingOfDate.Row.class)
class EmbeddingOfDate {
  record Row(@Cyclic(Cycle.MONTH_OF_YEAR) @Embedding(2) java.time.LocalDate day, @Label boolean good) {}
  //                                      ^ error: [annette/misplaced] @Embedding(2) on day gives
  //     each category numbers of its own, but LocalDate is a date. Remove it, or change the type.

  @Dense Layer output;
}
