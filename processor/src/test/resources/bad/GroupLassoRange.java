package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.GroupLasso;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class GroupLassoRange {
  @Dense(units = 8) @GroupLasso(-1) Layer a;
  //                            ^ error: [annette/out-of-range] @GroupLasso(-1) on a: a penalty's
  //     strength scales a sum that is never negative, so it must be at least 0 and finite. Did you
  //     mean 1?
  @Dense(units = 8) @GroupLasso(Double.POSITIVE_INFINITY) Layer b;
  //                                  ^ error: [annette/out-of-range] @GroupLasso(Infinity) on b: a
  //     penalty's strength scales a sum that is never negative, so it must be at least 0 and
  //     finite.
  @Dense(units = 1) Layer output;
}
