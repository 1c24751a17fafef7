package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.LayerNorm;
import dev.annette.Network;

@Allow("penalty-before-normalisation")
@Network(input = 4, loss = HALF_SQUARED_ERROR)
class PenaltyBeforeNormalisationAllowed {
  @Dense(units = 8) @L2(1) @LayerNorm Layer hidden;
  @Dense(units = 1) Layer output;
}
