package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 3, rows = RowsAndInput.Row.class)
  //             ^ error: [annette/conflict] @Network(input = 3) on RowsAndInput: with rows the
  //     number of features follows from the columns. Remove input.
class RowsAndInput {
  record Row(float age, @Label boolean survived) {}

  @Dense Layer output;
}
