package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
enum EnumNetwork {
//< error: [annette/unsupported-class] EnumNetwork is an enum, but layers are fields of a class.
//     Write class EnumNetwork { ... } instead.
  FIRST;

  @Dense(units = 1) Layer output;
}
