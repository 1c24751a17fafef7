package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class StaticLayer {
  @Dense(units = 8) static Layer hidden;
  //                             ^ error: [annette/misplaced] hidden is static, but a layer belongs
  //     to the network that the class describes. Remove static.
  @Dense(units = 1) Layer output;
}
