package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

@Network(input = 3, loss = Loss.HUBER)
class OutputWithoutUnits {
  record Row(float age, @Label boolean survived) {}

  @Dense Layer output;
//^ error: [annette/missing] output does not say how many units it has; they follow from a label
//     only in the last layer of a network with rows. Write them, such as @Dense(units = 16).
}
