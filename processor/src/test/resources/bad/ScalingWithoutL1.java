package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;
import static dev.annette.PenaltyScaling.SKLEARN_MLP;
import static dev.annette.PenaltyScaling.SKLEARN_RIDGE;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ScalingWithoutL1 {
  @Dense(units = 8) @L1(value = 0.1, scaling = SKLEARN_MLP) Layer a;
  //                                           ^ error: [annette/conflict] @L1(scaling =
  //     SKLEARN_MLP) on a: SKLEARN_MLP does not say what an L1 penalty means. Take another scaling,
  //     such as TEXTBOOK.
  @Dense(units = 8) @L1(value = 0.1, scaling = SKLEARN_RIDGE) Layer b;
  //                                           ^ error: [annette/conflict] @L1(scaling =
  //     SKLEARN_RIDGE) on b: SKLEARN_RIDGE does not say what an L1 penalty means. Take another
  //     scaling, such as TEXTBOOK.
  @Dense(units = 1) Layer output;
}
