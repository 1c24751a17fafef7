package bad;

import dev.annette.Bucketize;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = BucketizeNaN.Row.class)
class BucketizeNaN {
  record Row(@Bucketize({18, 0.0 / 0.0}) float age, @Label boolean survived) {}
  //                             ^ error: [annette/out-of-range] @Bucketize({18, NaN}) on age: an
  //     edge lies between two ranges, so it must be finite, not NaN.

  @Dense Layer output;
}
