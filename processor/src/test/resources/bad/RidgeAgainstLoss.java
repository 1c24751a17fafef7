package bad;

import static dev.annette.Loss.MEAN_ABSOLUTE_ERROR;
import static dev.annette.PenaltyScaling.SKLEARN_LASSO;
import static dev.annette.PenaltyScaling.SKLEARN_RIDGE;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = MEAN_ABSOLUTE_ERROR)
class RidgeAgainstLoss {
  @Dense(units = 8) @L2(value = 0.1, scaling = SKLEARN_RIDGE) Layer a;
  //                                           ^ error: [annette/conflict] @L2(scaling =
  //     SKLEARN_RIDGE) on a: SKLEARN_RIDGE belongs to a squared error, but the loss is
  //     MEAN_ABSOLUTE_ERROR. Take another scaling, such as TEXTBOOK.
  @Dense(units = 8) @L1(value = 0.1, scaling = SKLEARN_LASSO) Layer b;
  //                                           ^ error: [annette/conflict] @L1(scaling =
  //     SKLEARN_LASSO) on b: SKLEARN_LASSO belongs to a squared error, but the loss is
  //     MEAN_ABSOLUTE_ERROR. Take another scaling, such as TEXTBOOK.
  @Dense(units = 1) Layer output;
}
