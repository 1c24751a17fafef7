package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Weight;

@Network(rows = TwoWeights.Row.class)
class TwoWeights {
  record Row(float age, @Weight float seen, @Weight float again, @Label boolean survived) {}
  //                                                      ^ error: [annette/conflict] again and seen
  //     both are @Weight, but a row has one weight. Remove one of the two.

  @Dense Layer output;
}
