package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = UnitsAgainstBoolean.Row.class)
class UnitsAgainstBoolean {
  record Row(float age, @Label boolean survived) {}

  @Dense(units = 2) Layer output;
  //             ^ error: [annette/conflict] output has 2 units, but the label survived is one
  //     output. Remove units: they follow from the label.
}
