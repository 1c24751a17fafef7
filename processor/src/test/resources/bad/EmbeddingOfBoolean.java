package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingOfBoolean.Row.class)
class EmbeddingOfBoolean {
  record Row(@Embedding(2) boolean old, @Label boolean good) {}
  //         ^ error: [annette/misplaced] @Embedding(2) on old gives each category numbers of its
  //     own, but boolean is a boolean. Remove it, or change the type.

  @Dense Layer output;
}
