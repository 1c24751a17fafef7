package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.ActivityL1;
import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ActivityOfPredictionsAllowed {
  @Dense(units = 1) @ActivityL1(0.1) @Allow("activity-penalty-on-output") Layer output;
}
