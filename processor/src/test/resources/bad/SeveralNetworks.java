package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

class SeveralNetworks {
  @Network(input = 4, loss = HALF_SQUARED_ERROR)
  static class First {
    @Dense(units = 0) Layer output;
  //               ^ error: [annette/out-of-range] @Dense(units = 0) on output: the number of units
  //     is the width of the layer's output, so it must be at least 1.
  }

  @Network(input = 4, loss = HALF_SQUARED_ERROR)
  static class Second {
    @Dense(units = -1) Layer output;
  //               ^ error: [annette/out-of-range] @Dense(units = -1) on output: the number of units
  //     is the width of the layer's output, so it must be at least 1. Did you mean 1?
  }
}
