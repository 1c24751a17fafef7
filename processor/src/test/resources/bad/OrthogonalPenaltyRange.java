package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.OrthogonalPenalty;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class OrthogonalPenaltyRange {
  @Dense(units = 8) @OrthogonalPenalty(-0.1) Layer a;
  //                                   ^ error: [annette/out-of-range] @OrthogonalPenalty(-0.1) on
  //     a: a penalty's strength scales a sum that is never negative, so it must be at least 0 and
  //     finite. Did you mean 0.1?
  @Dense(units = 1) Layer output;
}
