package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class AllowOnOtherField {
  @Allow("dropout-on-output") int units;
//^ error: [annette/misplaced] @Allow on units has no effect: the field is not a layer. Remove it,
//     or put it on a layer.
  @Dense(units = 1) Layer output;
}
