package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.time.LocalDate;

@Network(rows = LabelOfDate.Row.class)
class LabelOfDate {
  record Row(float age, @Label LocalDate day) {}
  //                    ^ error: [annette/misplaced] @Label on day predicts a number, a boolean, an
  //     enum or a text, but LocalDate is a date. Remove it, or change the type.

  @Dense Layer output;
}
