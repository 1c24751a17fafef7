package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.OrthogonalPenalty;
import dev.annette.WeightGroup;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class TooManyDirections {
  @Dense(units = 8) @OrthogonalPenalty(0.1) Layer hidden;
  //                                   ^ warning: [annette/too-many-directions]
  //     @OrthogonalPenalty(0.1) on hidden wants 8 directions at right angles, but weights of 4
  //     numbers have at most 4: the penalty cannot become 0, whatever the weights. Take at most 4,
  //     or the other WeightGroup. If it is meant, write @Allow("too-many-directions").
  @Dense(units = 8) @OrthogonalPenalty(0.1) Layer square;
  @Dense(units = 3) @OrthogonalPenalty(value = 0.1, between = WeightGroup.INPUTS) Layer narrow;
  //                                           ^ warning: [annette/too-many-directions]
  //     @OrthogonalPenalty(0.1) on narrow wants 8 directions at right angles, but weights of 3
  //     numbers have at most 3: the penalty cannot become 0, whatever the weights. Take at most 3,
  //     or the other WeightGroup. If it is meant, write @Allow("too-many-directions").
  @Dense(units = 4) @OrthogonalPenalty(0.1) @Allow("too-many-directions") Layer output;
}
