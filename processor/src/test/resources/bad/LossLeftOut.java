package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 3)
//< error: [annette/missing] @Network on LossLeftOut does not say which loss training makes small.
//     Write loss = CROSS_ENTROPY for classes, BINARY_CROSS_ENTROPY for yes or no,
//     HALF_SQUARED_ERROR for numbers, or customLoss = a class of your own.
class LossLeftOut {
  record Row(float age, @Label boolean survived) {}

  @Dense(units = 1) Layer output;
}
