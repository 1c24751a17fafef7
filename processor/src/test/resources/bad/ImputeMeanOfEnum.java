package bad;

import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeMeanOfEnum.Row.class)
class ImputeMeanOfEnum {
  record Row(@Impute(Imputation.MEAN) Kind kind, @Label boolean survived) {}
  //         ^ error: [annette/conflict] @Impute(MEAN) on kind gives a missing value a number, but
  //     this column becomes features of 0 and 1 or of a circle. Write @Impute(ZEROS), which leaves
  //     them all 0.

  enum Kind {
    A,
    B
  }

  @Dense Layer output;
}
