package bad;

import dev.annette.Bucketize;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = BucketizeUnordered.Row.class)
class BucketizeUnordered {
  record Row(@Bucketize({18, 12, 65}) float age, @Label boolean survived) {}
  //                         ^ error: [annette/out-of-range] @Bucketize({18, 12, 65}) on age: edges
  //     rise, but 12 comes after 18. Write them in order, each once.

  @Dense Layer output;
}
