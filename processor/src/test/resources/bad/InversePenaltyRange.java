package bad;

import static dev.annette.Loss.BINARY_CROSS_ENTROPY;
import static dev.annette.PenaltyScaling.SKLEARN_LOGISTIC;

import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = BINARY_CROSS_ENTROPY, scaling = SKLEARN_LOGISTIC)
class InversePenaltyRange {
  @Dense(units = 8) @L2(0) Layer a;
  //                    ^ error: [annette/out-of-range] @L2(0) on a: under SKLEARN_LOGISTIC, C
  //     divides the penalty, so it must be above 0 and finite.
  @Dense(units = 8) @L2(-1) Layer b;
  //                    ^ error: [annette/out-of-range] @L2(-1) on b: under SKLEARN_LOGISTIC, C
  //     divides the penalty, so it must be above 0 and finite. Did you mean 1?
  @Dense(units = 8) @L2(Double.NaN) Layer c;
  //                          ^ error: [annette/out-of-range] @L2(NaN) on c: under SKLEARN_LOGISTIC,
  //     C divides the penalty, so it must be above 0 and finite.
  @Dense(units = 8) @L2(Double.POSITIVE_INFINITY) Layer d;
  //                          ^ error: [annette/out-of-range] @L2(Infinity) on d: under
  //     SKLEARN_LOGISTIC, C divides the penalty, so it must be above 0 and finite.
  @Dense(units = 8) @L2(Double.NEGATIVE_INFINITY) Layer e;
  //                          ^ error: [annette/out-of-range] @L2(-Infinity) on e: under
  //     SKLEARN_LOGISTIC, C divides the penalty, so it must be above 0 and finite.
  @Dense(units = 1) Layer output;
}
