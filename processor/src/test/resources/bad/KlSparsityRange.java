package bad;

import static dev.annette.Activation.SIGMOID;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.KlSparsity;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class KlSparsityRange {
  @Dense(units = 8, activation = SIGMOID) @KlSparsity(-3) Layer a;
  //                                                  ^ error: [annette/out-of-range]
  //     @KlSparsity(-3) on a: a penalty's strength scales a sum that is never negative, so it must
  //     be at least 0 and finite. Did you mean 3?
  @Dense(units = 8, activation = SIGMOID) @KlSparsity(1 / 0.0) Layer b;
  //                                                    ^ error: [annette/out-of-range]
  //     @KlSparsity(Infinity) on b: a penalty's strength scales a sum that is never negative, so it
  //     must be at least 0 and finite.
  @Dense(units = 8, activation = SIGMOID) @KlSparsity(value = 3, target = 0) Layer c;
  //                                                                      ^ error:
  //     [annette/out-of-range] @KlSparsity(target = 0) on c: a target is a mean of outputs between
  //     0 and 1, so it must be at least 1.0E-6 and at most 0.999999.
  @Dense(units = 8, activation = SIGMOID) @KlSparsity(value = 3, target = 1) Layer d;
  //                                                                      ^ error:
  //     [annette/out-of-range] @KlSparsity(target = 1) on d: a target is a mean of outputs between
  //     0 and 1, so it must be at least 1.0E-6 and at most 0.999999. Did you mean 0.1?
  @Dense(units = 8, activation = SIGMOID) @KlSparsity(value = 3, target = 5) Layer e;
  //                                                                      ^ error:
  //     [annette/out-of-range] @KlSparsity(target = 5) on e: a target is a mean of outputs between
  //     0 and 1, so it must be at least 1.0E-6 and at most 0.999999. Did you mean 0.05?
  @Dense(units = 1) Layer output;
}
