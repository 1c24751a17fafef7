package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class StrongInputDropout {
  @Standardize @Dropout(0.6) Layer features;
  //                    ^ warning: [annette/strong-input-dropout] @Dropout(0.6) on features leaves
  //     out more than half of the input features in each step. Rates up to 0.2 are usual on the
  //     input. If it is meant, write @Allow("strong-input-dropout").
  @Dense(units = 8) @Dropout(0.9) Layer hidden;
  @Dense(units = 1) Layer output;
}
