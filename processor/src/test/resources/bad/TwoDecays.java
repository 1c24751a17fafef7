package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.WeightDecay;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class TwoDecays {
  @Dense(units = 8) @L2(1) @WeightDecay(0.01) Layer hidden;
  //                                    ^ warning: [annette/two-decays] @WeightDecay(0.01) on hidden
  //     shrinks the weights that @L2(1) shrinks through the loss. Keep one of the two: under plain
  //     SGD they are the same, under Adam and its kin the decay is the one that shrinks all weights
  //     alike. If it is meant, write @Allow("two-decays").
  @Dense(units = 1) Layer output;
}
