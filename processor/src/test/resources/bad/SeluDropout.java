package bad;

import static dev.annette.Activation.RELU;
import static dev.annette.Activation.SELU;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class SeluDropout {
  @Dense(units = 8, activation = SELU) @Dropout(0.1) Layer hidden;
  //                                            ^ warning: [annette/selu-dropout] @Dropout(0.1) on
  //     hidden: SELU keeps mean 0 and variance 1 from layer to layer, and this noise does not.
  //     Write @AlphaDropout, which does. If it is meant, write @Allow("selu-dropout").
  @Dense(units = 8, activation = SELU) @Dropout(0) Layer off;
  @Dense(units = 8, activation = SELU) @Dropout(0.1) @Allow("selu-dropout") Layer meant;
  @Dense(units = 8, activation = RELU) @Dropout(0.1) Layer other;
  @Dense(units = 1) Layer output;
}
