package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;
import dev.annette.Weight;

@Network(rows = WeightScaled.Row.class)
class WeightScaled {
  record Row(float age, @Weight @Standardize float seen, @Label boolean survived) {}
  //                            ^ error: [annette/conflict] seen carries @Weight and @Standardize,
  //     but a weight is taken as it is. Remove one of the two.

  @Dense Layer output;
}
