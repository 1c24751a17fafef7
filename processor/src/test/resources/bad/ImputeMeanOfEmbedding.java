package bad;

import dev.annette.Dense;
import dev.annette.Embedding;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeMeanOfEmbedding.Row.class)
class ImputeMeanOfEmbedding {
  record Row(@Embedding(2) @Impute(Imputation.MEAN) Kind kind, @Label boolean good) {}
  //                       ^ error: [annette/conflict] @Impute(MEAN) on kind gives a missing value a
  //     number, but @Embedding reads which category it is. Write @Impute(ZEROS), for which its
  //     numbers are 0, with one more feature that says so.

  enum Kind {
    A,
    B
  }

  @Dense Layer output;
}
