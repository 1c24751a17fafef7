package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.UnitNorm;
import dev.annette.WeightDecay;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class PenaltyOfUnitNorm {
  @Dense(units = 8) @L2(1) @UnitNorm Layer hidden;
  //                    ^ warning: [annette/penalty-of-unit-norm] @L2(1) on hidden shrinks weights
  //     that @UnitNorm brings back to norm 1 after every step, so it moves no weight. Remove one of
  //     the two. If it is meant, write @Allow("penalty-of-unit-norm").
  @Dense(units = 8) @WeightDecay(0.1) @UnitNorm Layer second;
  //                             ^ warning: [annette/penalty-of-unit-norm] @WeightDecay(0.1) on
  //     second shrinks weights that @UnitNorm brings back to norm 1 after every step, so it moves
  //     no weight. Remove one of the two. If it is meant, write @Allow("penalty-of-unit-norm").
  @Dense(units = 8) @L1(1) @UnitNorm Layer sparse;
  @Dense(units = 1) @L2(1) @UnitNorm @Allow("penalty-of-unit-norm") Layer output;
}
