package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = LabelsOfTwoFamilies.Row.class)
class LabelsOfTwoFamilies {
  record Row(float age, @Label boolean survived, @Label float price) {}
  //                                                          ^ error: [annette/conflict] price is a
  //     number and survived is a boolean, but one loss is for all labels. Predict them with two
  //     networks.

  @Dense Layer output;
}
