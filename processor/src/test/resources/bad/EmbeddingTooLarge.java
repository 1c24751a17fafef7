package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingTooLarge.Row.class)
class EmbeddingTooLarge {
  record Row(@Hashed(1000000) @Embedding(3000) String port, @Label boolean good) {}
  //                          ^ error: [annette/too-large] @Embedding(3000) on port needs
  //     3000000000 numbers for 1000000 categories, but a Java array holds at most 2147483639.
  //     Take fewer.

  @Dense Layer output;
}
