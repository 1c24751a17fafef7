package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = UnitsAgainstLabels.Row.class)
class UnitsAgainstLabels {
  record Row(float age, @Label float price, @Label float rent) {}

  @Dense(units = 1) Layer output;
  //             ^ error: [annette/conflict] output has 1 unit, but 2 labels are as many outputs.
  //     Remove units: they follow from the label.
}
