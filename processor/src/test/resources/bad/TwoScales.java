package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.MinMax;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(rows = TwoScales.Row.class)
class TwoScales {
  record Row(@Standardize @MinMax float age, @Label boolean survived) {}
  //                      ^ error: [annette/conflict] age carries @Standardize and @MinMax, but a
  //     number is scaled once. Remove one of the two.

  @Dense Layer output;
}
