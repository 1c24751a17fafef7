package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.L2;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingWithPenalty.Row.class)
class EmbeddingWithPenalty {
  record Row(@Embedding(2) @L2(1) Kind kind, @Label boolean good) {}
  //                       ^ error: [annette/misplaced] @L2 on kind is for the weights and outputs
  //     of a layer, which the numbers of an @Embedding are not: they start with deviation 1 and are
  //     learned from the loss alone. Write @L2 on the layer of EmbeddingWithPenalty that reads
  //     them, or remove @Embedding, which gives that layer weights for each category.

  enum Kind {
    A,
    B
  }

  @Dense Layer output;
}
