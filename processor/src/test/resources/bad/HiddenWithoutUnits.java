package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = HiddenWithoutUnits.Row.class)
class HiddenWithoutUnits {
  record Row(float age, @Label boolean survived) {}

  @Dense Layer hidden;
//^ error: [annette/missing] hidden does not say how many units it has; only those of the last layer
//     follow from the label. Write them, such as @Dense(units = 16).
  @Dense Layer output;
}
