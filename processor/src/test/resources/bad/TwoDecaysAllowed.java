package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.WeightDecay;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class TwoDecaysAllowed {
  @Dense(units = 8) @L2(1) @WeightDecay(0.01) @Allow("two-decays") Layer hidden;
  @Dense(units = 1) Layer output;
}
