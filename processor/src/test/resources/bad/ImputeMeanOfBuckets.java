package bad;

import dev.annette.Bucketize;
import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeMeanOfBuckets.Row.class)
class ImputeMeanOfBuckets {
  record Row(@Bucketize(18) @Impute(Imputation.MEAN) Float age, @Label boolean survived) {}
  //                        ^ error: [annette/conflict] @Impute(MEAN) on age gives a missing value a
  //     number, but this column becomes features of 0 and 1 or of a circle. Write @Impute(ZEROS),
  //     which leaves them all 0.

  @Dense Layer output;
}
