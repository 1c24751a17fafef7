package bad;

import static dev.annette.Loss.HUBER;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HUBER, delta = 0)
  //                                      ^ error: [annette/out-of-range] @Network(delta = 0) on
  //     DeltaZero: delta is the error at which the Huber loss turns from squared to linear, so it
  //     must be above 0 and finite.
class DeltaZero {
  @Dense(units = 1) Layer output;
}
