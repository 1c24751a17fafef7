package bad;

import static dev.annette.Activation.SELU;
import static dev.annette.Initializer.HE_NORMAL;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
@Allow({"selu-initializer", "strong-input-dropout", "dropout-on-output"})
class LintsAllowedForANetwork {
  @Dropout(0.6) Layer features;
  @Dense(units = 8, activation = SELU) @Init(HE_NORMAL) Layer hidden;
  @Dense(units = 1) @Dropout(0.5) Layer output;
}
