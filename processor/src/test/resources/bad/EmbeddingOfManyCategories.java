package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingOfManyCategories.Row.class)
class EmbeddingOfManyCategories {
  record Row(@Hashed(20000000) @Embedding(2) String port, @Label boolean good) {}
  //                           ^ error: [annette/too-large] @Embedding(2) on port: a feature is a
  //     float, which counts to 16777216 without a gap, but there are 20000000 categories. Take
  //     fewer.

  @Dense Layer output;
}
