package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class L2Range {
  @Dense(units = 8) @L2(-1) Layer a;
  //                    ^ error: [annette/out-of-range] @L2(-1) on a: a penalty's strength scales a
  //     sum that is never negative, so it must be at least 0 and finite. Did you mean 1?
  @Dense(units = 8) @L2(-1e-9) Layer b;
  //                    ^ error: [annette/out-of-range] @L2(-1.0E-9) on b: a penalty's strength
  //     scales a sum that is never negative, so it must be at least 0 and finite. Did you mean
  //     1.0E-9?
  @Dense(units = 8) @L2(Double.NaN) Layer c;
  //                          ^ error: [annette/out-of-range] @L2(NaN) on c: a penalty's strength
  //     scales a sum that is never negative, so it must be at least 0 and finite.
  @Dense(units = 8) @L2(Double.POSITIVE_INFINITY) Layer d;
  //                          ^ error: [annette/out-of-range] @L2(Infinity) on d: a penalty's
  //     strength scales a sum that is never negative, so it must be at least 0 and finite.
  @Dense(units = 8) @L2(Double.NEGATIVE_INFINITY) Layer e;
  //                          ^ error: [annette/out-of-range] @L2(-Infinity) on e: a penalty's
  //     strength scales a sum that is never negative, so it must be at least 0 and finite.
  @Dense(units = 1) Layer output;
}
