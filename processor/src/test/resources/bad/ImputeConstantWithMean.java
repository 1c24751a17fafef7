package bad;

import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeConstantWithMean.Row.class)
class ImputeConstantWithMean {
  record Row(@Impute(value = Imputation.MEAN, constant = 3) Float age, @Label boolean survived) {}
  //                                                     ^ error: [annette/conflict]
  //     @Impute(constant = 3) on age: constant belongs to CONSTANT, but missing values become MEAN.
  //     Remove constant, or write value = CONSTANT.

  @Dense Layer output;
}
