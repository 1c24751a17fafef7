package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.GroupLasso;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.PenaltyScaling;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class GroupLassoScaling {
  @Dense(units = 8) @GroupLasso(value = 1, scaling = PenaltyScaling.SKLEARN_MLP) Layer a;
  //                                                               ^ error: [annette/conflict]
  //     @GroupLasso(scaling = SKLEARN_MLP) on a: SKLEARN_MLP does not say what a group lasso means.
  //     Take another scaling, such as TEXTBOOK.
  @Dense(units = 1) Layer output;
}
