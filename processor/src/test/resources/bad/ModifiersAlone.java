package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ModifiersAlone {
  @L1(0.1) @L2(-0.2) Layer hidden;
//^ error: [annette/missing] @L1(0.1) on hidden changes a layer, but the field does not say which
//     kind of layer it is. Add one, such as @Dense(units = 10).
  //           ^ error: [annette/out-of-range] @L2(-0.2) on hidden: a penalty's strength scales a
  //     sum that is never negative, so it must be at least 0 and finite. Did you mean 0.2?
  @Dense(units = 1) Layer output;
}
