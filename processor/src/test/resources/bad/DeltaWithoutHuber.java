package bad;

import static dev.annette.Loss.MEAN_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = MEAN_SQUARED_ERROR, delta = 2)
  //                                                   ^ error: [annette/conflict] @Network(delta =
  //     2) on DeltaWithoutHuber: delta belongs to HUBER, but the loss is MEAN_SQUARED_ERROR. Remove
  //     delta, or write loss = HUBER.
class DeltaWithoutHuber {
  @Dense(units = 1) Layer output;
}
