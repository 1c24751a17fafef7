package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class FieldOfInt {
  @Dense(units = 8) int hidden;
  //                    ^ error: [annette/misplaced] @Dense stands on hidden, whose type is int, but
  //     a layer is a field of type Layer. Write Layer hidden;
  @Dense(units = 1) Layer output;
}
