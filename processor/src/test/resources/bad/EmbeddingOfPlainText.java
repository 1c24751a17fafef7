package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = EmbeddingOfPlainText.Row.class)
class EmbeddingOfPlainText {
  record Row(@Embedding(2) String port, @Label boolean good) {}
  //                              ^ error: [annette/missing] port is a text, but nothing says how
  //     it becomes features. Name its texts with @Categories({"a", "b"}), take a number of
  //     features for any text with @Hashed(32), make it an enum, or leave it out with @Ignore.

  @Dense Layer output;
}
