package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = {}, loss = HALF_SQUARED_ERROR)
  //             ^ error: [annette/missing] @Network(input = {}) on InputEmpty gives a row no
  //     features. Write how many numbers a row has, such as input = 64.
class InputEmpty {
  @Dense(units = 1) Layer output;
}
