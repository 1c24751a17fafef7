package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.KlSparsity;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class KlSparsityAlone {
  @KlSparsity(3) Layer code;
//^ error: [annette/missing] @KlSparsity(3) on code changes a layer, but the field does not say
//     which kind of layer it is. Add one, such as @Dense(units = 10).
  @Dense(units = 1) Layer output;
}
