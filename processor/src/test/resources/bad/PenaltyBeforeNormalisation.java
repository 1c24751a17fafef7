package bad;

import static dev.annette.Activation.RELU;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.BatchNorm;
import dev.annette.Dense;
import dev.annette.GroupLasso;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.LayerNorm;
import dev.annette.Network;
import dev.annette.OrthogonalPenalty;
import dev.annette.RmsNorm;
import dev.annette.WeightDecay;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class PenaltyBeforeNormalisation {
  @Dense(units = 8, activation = RELU, bias = false) @L2(1) @BatchNorm Layer hidden;
  //                                                     ^ warning:
  //     [annette/penalty-before-normalisation] @L2(1) on hidden makes weights smaller, but
  //     @BatchNorm behind them divides by their size: what the layer computes stays the same, and
  //     only its steps become larger in proportion. Remove it. If it is meant, write
  //     @Allow("penalty-before-normalisation").
  @Dense(units = 8) @WeightDecay(0.1) Layer second;
  //                             ^ warning: [annette/penalty-before-normalisation] @WeightDecay(0.1)
  //     on second makes weights smaller, but @LayerNorm behind them divides by their size: what the
  //     layer computes stays the same, and only its steps become larger in proportion. Remove it.
  //     If it is meant, write @Allow("penalty-before-normalisation").
  @LayerNorm Layer third;
  @Dense(units = 8) @L1(1) @GroupLasso(1) @RmsNorm Layer fourth;
  @Dense(units = 8, activation = RELU) @L2(1) Layer bent;
  @LayerNorm Layer fifth;
  @Dense(units = 8) @OrthogonalPenalty(1) @LayerNorm Layer angles;
  @Dense(units = 1) @L2(1) Layer output;
}
