package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class L1Range {
  @Dense(units = 8) @L1(-0.5) Layer a;
  //                    ^ error: [annette/out-of-range] @L1(-0.5) on a: a penalty's strength scales
  //     a sum that is never negative, so it must be at least 0 and finite. Did you mean 0.5?
  @Dense(units = 8) @L1(Double.NaN) Layer b;
  //                          ^ error: [annette/out-of-range] @L1(NaN) on b: a penalty's strength
  //     scales a sum that is never negative, so it must be at least 0 and finite.
  @Dense(units = 8) @L1(Double.POSITIVE_INFINITY) Layer c;
  //                          ^ error: [annette/out-of-range] @L1(Infinity) on c: a penalty's
  //     strength scales a sum that is never negative, so it must be at least 0 and finite.
  @Dense(units = 8) @L1(Double.NEGATIVE_INFINITY) Layer d;
  //                          ^ error: [annette/out-of-range] @L1(-Infinity) on d: a penalty's
  //     strength scales a sum that is never negative, so it must be at least 0 and finite.
  @Dense(units = 1) Layer output;
}
