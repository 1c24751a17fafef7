package bad;

import dev.annette.Dense;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = ImputeConstantWithoutNumber.Row.class)
class ImputeConstantWithoutNumber {
  record Row(@Impute(Imputation.CONSTANT) Float age, @Label boolean survived) {}
  //                           ^ error: [annette/missing] @Impute(CONSTANT) on age does not say
  //     which number. Write @Impute(value = CONSTANT, constant = 0).

  @Dense Layer output;
}
