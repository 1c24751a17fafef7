package bad;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Standardize;

class ForgottenNetwork {
  @Standardize Layer features;
//^ error: [annette/misplaced] @Standardize on features has no effect: ForgottenNetwork is not a
//     network. Annotate ForgottenNetwork with @Network(input = ..., loss = ...), or remove its
//     annotations of layers.
  @Dense(units = 8) @L2(0.1) @Dropout(0.5) Layer hidden;
  @Dense(units = 1) Layer output;
}
