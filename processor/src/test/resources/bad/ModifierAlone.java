package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ModifierAlone {
  @L2(0.1) Layer hidden;
//^ error: [annette/missing] @L2(0.1) on hidden changes a layer, but the field does not say which
//     kind of layer it is. Add one, such as @Dense(units = 10).
  @Dense(units = 1) Layer output;
}
