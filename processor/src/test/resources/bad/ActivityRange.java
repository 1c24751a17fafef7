package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.ActivityL1;
import dev.annette.ActivityL2;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ActivityRange {
  @Dense(units = 8) @ActivityL1(-1) Layer a;
  //                            ^ error: [annette/out-of-range] @ActivityL1(-1) on a: a penalty's
  //     strength scales a sum that is never negative, so it must be at least 0 and finite. Did you
  //     mean 1?
  @Dense(units = 8) @ActivityL2(Double.NaN) Layer b;
  //                                  ^ error: [annette/out-of-range] @ActivityL2(NaN) on b: a
  //     penalty's strength scales a sum that is never negative, so it must be at least 0 and
  //     finite.
  @Dense(units = 1) Layer output;
}
