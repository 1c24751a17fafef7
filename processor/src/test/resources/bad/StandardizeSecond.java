package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class StandardizeSecond {
  @Dense(units = 8) Layer hidden;
  @Standardize Layer scaled;
  //                 ^ error: [annette/misplaced] scaled stands after hidden, but it measures raw
  //     features, so it must be the first layer. Move scaled to the top.
  @Dense(units = 1) Layer output;
}
