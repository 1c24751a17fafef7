package bad;

import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeOfInt.Row.class)
class ImputeOfInt {
  record Row(@Impute(Imputation.MEAN) int deck, @Label boolean survived) {}
  //         ^ error: [annette/conflict] @Impute(MEAN) on deck says what stands for a missing value,
  //     but a value of type int is always there. Remove it, or take a type that can be null or
  //     empty.

  @Dense Layer output;
}
