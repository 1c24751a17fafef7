package bad;

import dev.annette.ActivityL2;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(rows = ActivityOfScaledLabel.Row.class)
class ActivityOfScaledLabel {
  record Row(float age, @Label @Standardize float price) {}

  @Dense @ActivityL2(0.1) Layer output;
  //                 ^ warning: [annette/activity-penalty-on-output] @ActivityL2(0.1) on output
  //     draws the predictions themselves to 0, away from the targets. Put it on a layer before. If
  //     it is meant, write @Allow("activity-penalty-on-output").
}
