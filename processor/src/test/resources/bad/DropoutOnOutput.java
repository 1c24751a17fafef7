package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class DropoutOnOutput {
  @Dense(units = 1) @Dropout(0.5) Layer output;
  //                         ^ warning: [annette/dropout-on-output] @Dropout(0.5) on output leaves
  //     out outputs that the loss compares with the targets. Put it on the layer before. If it is
  //     meant, write @Allow("dropout-on-output").
}
