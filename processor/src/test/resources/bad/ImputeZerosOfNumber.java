package bad;

import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeZerosOfNumber.Row.class)
class ImputeZerosOfNumber {
  record Row(@Impute(Imputation.ZEROS) Float age, @Label boolean survived) {}
  //         ^ error: [annette/conflict] @Impute(ZEROS) on age leaves the features of a missing
  //     value 0, but for a number 0 is a value like any other. Write MEAN, MEDIAN, or CONSTANT with
  //     a constant.

  @Dense Layer output;
}
