package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = UnitsAgainstClasses.Row.class)
class UnitsAgainstClasses {
  record Row(float age, @Label Kind kind) {}

  enum Kind {
    A,
    B,
    C
  }

  @Dense(units = 4) Layer output;
  //             ^ error: [annette/conflict] output has 4 units, but the label kind has 3 classes,
  //     each with an output. Remove units: they follow from the label.
}
