package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class DropoutRange {
  @Dense(units = 8) @Dropout(1.5) Layer a;
  //                         ^ error: [annette/out-of-range] @Dropout(1.5) on a: a dropout rate is
  //     the share of units left out in each training step, so it must be at least 0 and below 1.
  //     Did you mean 0.15?
  @Dense(units = 8) @Dropout(-0.1) Layer b;
  //                         ^ error: [annette/out-of-range] @Dropout(-0.1) on b: a dropout rate is
  //     the share of units left out in each training step, so it must be at least 0 and below 1.
  //     Did you mean 0.1?
  @Dense(units = 8) @Dropout(1) Layer c;
  //                         ^ error: [annette/out-of-range] @Dropout(1) on c: a dropout rate is the
  //     share of units left out in each training step, so it must be at least 0 and below 1. Did
  //     you mean 0.1?
  @Dense(units = 8) @Dropout(50) Layer d;
  //                         ^ error: [annette/out-of-range] @Dropout(50) on d: a dropout rate is
  //     the share of units left out in each training step, so it must be at least 0 and below 1.
  //     Did you mean 0.5?
  @Dense(units = 8) @Dropout(1e300) Layer e;
  //                         ^ error: [annette/out-of-range] @Dropout(1.0E300) on e: a dropout rate
  //     is the share of units left out in each training step, so it must be at least 0 and below 1.
  @Dense(units = 8) @Dropout(Double.NaN) Layer f;
  //                               ^ error: [annette/out-of-range] @Dropout(NaN) on f: a dropout
  //     rate is the share of units left out in each training step, so it must be at least 0 and
  //     below 1.
  @Dense(units = 8) @Dropout(Double.POSITIVE_INFINITY) Layer g;
  //                               ^ error: [annette/out-of-range] @Dropout(Infinity) on g: a
  //     dropout rate is the share of units left out in each training step, so it must be at least 0
  //     and below 1.
  @Dense(units = 8) @Dropout(Double.NEGATIVE_INFINITY) Layer h;
  //                               ^ error: [annette/out-of-range] @Dropout(-Infinity) on h: a
  //     dropout rate is the share of units left out in each training step, so it must be at least 0
  //     and below 1.
  @Dense(units = 1) Layer output;
}
