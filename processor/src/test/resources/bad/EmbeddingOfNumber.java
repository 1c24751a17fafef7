package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingOfNumber.Row.class)
class EmbeddingOfNumber {
  record Row(@Embedding(2) float age, @Label boolean good) {}
  //         ^ error: [annette/missing] @Embedding(2) on age gives each category numbers of its
  //     own, but a number has no categories. Cut it into ranges, such as with @Bucketize({18,
  //     65}), or remove @Embedding.

  @Dense Layer output;
}
