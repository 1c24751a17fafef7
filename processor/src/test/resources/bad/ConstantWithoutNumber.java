package bad;

import static dev.annette.Initializer.CONSTANT;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ConstantWithoutNumber {
  @Dense(units = 8) @Init(CONSTANT) Layer hidden;
  //                      ^ error: [annette/missing] @Init(CONSTANT) on hidden does not say which
  //     number every weight starts with. Write @Init(value = CONSTANT, constant = 0.1), or
  //     @Init(ZEROS).
  @Dense(units = 1) Layer output;
}
