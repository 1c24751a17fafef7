package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = -64, loss = HALF_SQUARED_ERROR)
  //             ^ error: [annette/out-of-range] @Network(input = -64) on InputNegative: input says
  //     how many features a row has, so it must be at least 1. Did you mean 64?
class InputNegative {
  @Dense(units = 1) Layer output;
}
