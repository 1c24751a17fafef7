package bad;

import dev.annette.Bucketize;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = BucketizeWithoutEdges.Row.class)
class BucketizeWithoutEdges {
  record Row(@Bucketize({}) float age, @Label boolean survived) {}
  //                    ^ error: [annette/missing] @Bucketize({}) on age names no edge, so there is
  //     one range. Write the edges between ranges, such as @Bucketize({18, 65}).

  @Dense Layer output;
}
