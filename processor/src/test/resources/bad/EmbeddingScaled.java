package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(rows = EmbeddingScaled.Row.class)
class EmbeddingScaled {
  record Row(@Standardize @Embedding(2) float age, @Label boolean good) {}
  //                      ^ error: [annette/conflict] age carries @Standardize and @Embedding(2),
  //     but an embedding reads which category it is, which needs no scale. Remove one of the two.

  @Dense Layer output;
}
