package bad;

import dev.annette.Bucketize;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(rows = ScaledBuckets.Row.class)
class ScaledBuckets {
  record Row(@Standardize @Bucketize({12, 18}) float age, @Label boolean survived) {}
  //                      ^ error: [annette/conflict] age carries @Standardize and @Bucketize, but
  //     the features of ranges are 0 or 1 and need no scale. Remove one of the two.

  @Dense Layer output;
}
