package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.DropConnect;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class DropConnectRange {
  @Dense(units = 8) @DropConnect(1.5) Layer a;
  //                             ^ error: [annette/out-of-range] @DropConnect(1.5) on a: a
  //     DropConnect rate is the share of weights left out in each training step, so it must be at
  //     least 0 and below 1. Did you mean 0.15?
  @Dense(units = 8) @DropConnect(Double.NaN) Layer b;
  //                                   ^ error: [annette/out-of-range] @DropConnect(NaN) on b: a
  //     DropConnect rate is the share of weights left out in each training step, so it must be at
  //     least 0 and below 1.
  @Dense(units = 1) Layer output;
}
