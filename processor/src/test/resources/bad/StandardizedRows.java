package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(rows = StandardizedRows.Row.class)
class StandardizedRows {
  record Row(float age, @Label boolean survived) {}

  @Standardize Layer all;
  //                 ^ error: [annette/conflict] all measures all features, but with rows each
  //     column says for itself how it is scaled. Remove it, and write @Standardize on columns.
  @Dense Layer output;
}
