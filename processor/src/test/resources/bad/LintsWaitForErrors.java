package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class LintsWaitForErrors {
  @Dropout(0.6) Layer features;
  @Dense(units = 0) @Dropout(0.5) Layer output;
  //             ^ error: [annette/out-of-range] @Dense(units = 0) on output: the number of units is
  //     the width of the layer's output, so it must be at least 1.
}
