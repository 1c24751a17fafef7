package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;
import static dev.annette.PenaltyScaling.SKLEARN_LOGISTIC;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ScalingAgainstLoss {
  @Dense(units = 8) @L2(value = 0.1, scaling = SKLEARN_LOGISTIC) Layer a;
  //                                           ^ error: [annette/conflict] @L2(scaling =
  //     SKLEARN_LOGISTIC) on a: SKLEARN_LOGISTIC belongs to a cross-entropy, but the loss is
  //     HALF_SQUARED_ERROR. Take another scaling, such as TEXTBOOK.
  @Dense(units = 8) @L1(value = 0.1, scaling = SKLEARN_LOGISTIC) Layer b;
  //                                           ^ error: [annette/conflict] @L1(scaling =
  //     SKLEARN_LOGISTIC) on b: SKLEARN_LOGISTIC belongs to a cross-entropy, but the loss is
  //     HALF_SQUARED_ERROR. Take another scaling, such as TEXTBOOK.
  @Dense(units = 1) Layer output;
}
