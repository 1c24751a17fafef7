package bad;

import static dev.annette.Loss.CROSS_ENTROPY;

import dev.annette.ActivityL1;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = CROSS_ENTROPY)
class ActivityOfLogits {
  @Dense(units = 8) @ActivityL1(0.1) Layer hidden;
  @Dense(units = 3) @ActivityL1(0.1) Layer output;
  //                            ^ error: [annette/misplaced] @ActivityL1(0.1) on output penalises
  //     outputs, but CROSS_ENTROPY takes this layer's numbers before the activation. Put it on a
  //     layer before.
}
