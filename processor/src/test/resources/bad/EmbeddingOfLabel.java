package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingOfLabel.Row.class)
class EmbeddingOfLabel {
  enum Kind { A, B }

  record Row(float age, @Embedding(2) @Label Kind kind) {}
  //                    ^ error: [annette/conflict] kind carries @Label and @Embedding(2), but a
  //     label is predicted as it is. Remove one of the two.

  @Dense Layer output;
}
