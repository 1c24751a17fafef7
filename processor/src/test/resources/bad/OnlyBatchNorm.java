package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.BatchNorm;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class OnlyBatchNorm {
  @BatchNorm Layer features;
  //               ^ error: [annette/missing] features is the last layer, but it has no units: the
  //     loss compares the outputs of the last layer with the targets. Add an output below it:
  //     @Dense(units = 1) Layer output;
}
