package bad;

import static dev.annette.Loss.BINARY_CROSS_ENTROPY;
import static dev.annette.PenaltyScaling.SKLEARN_LOGISTIC;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = BINARY_CROSS_ENTROPY)
class InversePenaltyOnOneLayer {
  @Dense(units = 8) @L1(value = 0, scaling = SKLEARN_LOGISTIC) Layer a;
  //                            ^ error: [annette/out-of-range] @L1(0) on a: under SKLEARN_LOGISTIC,
  //     C divides the penalty, so it must be above 0 and finite.
  @Dense(units = 8) @L1(0) Layer b;
  @Dense(units = 1) Layer output;
}
