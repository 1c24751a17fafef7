package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.BatchNorm;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.LayerNorm;
import dev.annette.Network;
import dev.annette.RmsNorm;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class NormEpsilonRange {
  @Dense(units = 8, bias = false) @BatchNorm(epsilon = 0) Layer a;
  //                                                   ^ error: [annette/out-of-range]
  //     @BatchNorm(epsilon = 0) on a: epsilon keeps a normalisation from dividing by 0, so it must
  //     be at least 1.0E-30 and at most 1.
  @Dense(units = 8) @LayerNorm(epsilon = -1e-5) Layer b;
  //                                     ^ error: [annette/out-of-range] @LayerNorm(epsilon =
  //     -1.0E-5) on b: epsilon keeps a normalisation from dividing by 0, so it must be at least
  //     1.0E-30 and at most 1. Did you mean 1.0E-5?
  @Dense(units = 8) @RmsNorm(epsilon = 1.5) Layer c;
  //                                   ^ error: [annette/out-of-range] @RmsNorm(epsilon = 1.5) on c:
  //     epsilon keeps a normalisation from dividing by 0, so it must be at least 1.0E-30 and at
  //     most 1. Did you mean 0.15?
  @Dense(units = 8) @RmsNorm(epsilon = Double.NaN) Layer d;
  //                                         ^ error: [annette/out-of-range] @RmsNorm(epsilon = NaN)
  //     on d: epsilon keeps a normalisation from dividing by 0, so it must be at least 1.0E-30 and
  //     at most 1.
  @Dense(units = 1) Layer output;
}
