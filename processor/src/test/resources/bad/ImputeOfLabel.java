package bad;

import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeOfLabel.Row.class)
class ImputeOfLabel {
  record Row(float age, @Label @Impute(Imputation.MEAN) Float price) {}
  //                           ^ error: [annette/conflict] price carries @Label and @Impute(MEAN),
  //     but a label cannot be made up: a row without one teaches nothing. Remove one of the two.

  @Dense Layer output;
}
