package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingRange.Row.class)
class EmbeddingRange {
  enum Kind { A, B }

  record Row(@Embedding(0) Kind kind, @Label boolean good) {}
  //                    ^ error: [annette/out-of-range] @Embedding(0) on kind: it is how many
  //     numbers a category becomes, so it must be at least 1.

  @Dense Layer output;
}
