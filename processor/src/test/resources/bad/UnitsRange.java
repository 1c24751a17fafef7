package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class UnitsRange {
  @Dense(units = 0) Layer a;
  //             ^ error: [annette/out-of-range] @Dense(units = 0) on a: the number of units is the
  //     width of the layer's output, so it must be at least 1.
  @Dense(units = -5) Layer b;
  //             ^ error: [annette/out-of-range] @Dense(units = -5) on b: the number of units is the
  //     width of the layer's output, so it must be at least 1. Did you mean 5?
  @Dense(units = Integer.MIN_VALUE) Layer c;
  //                    ^ error: [annette/out-of-range] @Dense(units = -2147483648) on c: the number
  //     of units is the width of the layer's output, so it must be at least 1.
  @Dense(units = 1) Layer output;
}
