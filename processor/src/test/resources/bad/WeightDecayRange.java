package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.WeightDecay;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class WeightDecayRange {
  @Dense(units = 8) @WeightDecay(-0.1) Layer a;
  //                             ^ error: [annette/out-of-range] @WeightDecay(-0.1) on a: weight
  //     decay is a share taken off every weight, so it must be at least 0 and finite. Did you mean
  //     0.1?
  @Dense(units = 8) @WeightDecay(Double.NaN) Layer b;
  //                                   ^ error: [annette/out-of-range] @WeightDecay(NaN) on b:
  //     weight decay is a share taken off every weight, so it must be at least 0 and finite.
  @Dense(units = 1) Layer output;
}
