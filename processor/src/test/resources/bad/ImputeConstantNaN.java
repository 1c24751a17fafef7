package bad;

import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeConstantNaN.Row.class)
class ImputeConstantNaN {
  record Row(@Impute(value = Imputation.CONSTANT, constant = 0.0 / 0.0) Float age, @Label boolean survived) {}
  //                                                             ^ error: [annette/out-of-range]
  //     @Impute(constant = NaN) on age: a constant stands for a missing number, so it must be
  //     finite.

  @Dense Layer output;
}
