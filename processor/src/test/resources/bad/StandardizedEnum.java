package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(rows = StandardizedEnum.Row.class)
class StandardizedEnum {
  record Row(@Standardize Kind kind, float age, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @Standardize on kind scales a number, but
  //     StandardizedEnum.Kind is an enum. Remove it, or change the type.

  enum Kind {
    A,
    B
  }

  @Dense Layer output;
}
