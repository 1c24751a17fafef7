package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.MaxNorm;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class MaxNormRange {
  @Dense(units = 8) @MaxNorm(0) Layer a;
  //                         ^ error: [annette/out-of-range] @MaxNorm(0) on a: a norm's upper bound
  //     leaves room for weights other than 0, so it must be above 0 and finite.
  @Dense(units = 8) @MaxNorm(-2) Layer b;
  //                         ^ error: [annette/out-of-range] @MaxNorm(-2) on b: a norm's upper bound
  //     leaves room for weights other than 0, so it must be above 0 and finite. Did you mean 2?
  @Dense(units = 8) @MaxNorm(Double.POSITIVE_INFINITY) Layer c;
  //                               ^ error: [annette/out-of-range] @MaxNorm(Infinity) on c: a norm's
  //     upper bound leaves room for weights other than 0, so it must be above 0 and finite.
  @Dense(units = 1) Layer output;
}
