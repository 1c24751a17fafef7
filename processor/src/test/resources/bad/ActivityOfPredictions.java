package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.ActivityL2;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ActivityOfPredictions {
  @Dense(units = 8) @ActivityL2(0.1) Layer hidden;
  @Dense(units = 1) @ActivityL2(0.1) Layer output;
  //                            ^ warning: [annette/activity-penalty-on-output] @ActivityL2(0.1) on
  //     output draws the predictions themselves to 0, away from the targets. Put it on a layer
  //     before. If it is meant, write @Allow("activity-penalty-on-output").
}
