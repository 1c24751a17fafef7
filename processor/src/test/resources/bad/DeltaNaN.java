package bad;

import static dev.annette.Loss.HUBER;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HUBER, delta = Double.NaN)
  //                                            ^ error: [annette/out-of-range] @Network(delta =
  //     NaN) on DeltaNaN: delta is the error at which the Huber loss turns from squared to linear,
  //     so it must be above 0 and finite.
class DeltaNaN {
  @Dense(units = 1) Layer output;
}
