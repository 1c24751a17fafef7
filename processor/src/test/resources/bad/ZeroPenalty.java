package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.ActivityL1;
import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.GroupLasso;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.OrthogonalPenalty;
import dev.annette.WeightDecay;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ZeroPenalty {
  @Dense(units = 8) @L2(0) @L1(0) @WeightDecay(0) @GroupLasso(0) Layer hidden;
  //                    ^ warning: [annette/zero-penalty] @L2(0) on hidden has strength 0, so it
  //     does nothing unless a run overrides it. Remove it, or give it a strength. If it is meant,
  //     write @Allow("zero-penalty").
  //                           ^ warning: [annette/zero-penalty] @L1(0) on hidden has strength 0, so
  //     it does nothing unless a run overrides it. Remove it, or give it a strength. If it is
  //     meant, write @Allow("zero-penalty").
  //                                           ^ warning: [annette/zero-penalty] @WeightDecay(0) on
  //     hidden has strength 0, so it does nothing unless a run overrides it. Remove it, or give it
  //     a strength. If it is meant, write @Allow("zero-penalty").
  //                                                          ^ warning: [annette/zero-penalty]
  //     @GroupLasso(0) on hidden has strength 0, so it does nothing unless a run overrides it.
  //     Remove it, or give it a strength. If it is meant, write @Allow("zero-penalty").
  @Dense(units = 3) @OrthogonalPenalty(0) @ActivityL1(0) Layer second;
  //                                                  ^ warning: [annette/zero-penalty]
  //     @ActivityL1(0) on second has strength 0, so it does nothing unless a run overrides it.
  //     Remove it, or give it a strength. If it is meant, write @Allow("zero-penalty").
  //                                   ^ warning: [annette/zero-penalty] @OrthogonalPenalty(0) on
  //     second has strength 0, so it does nothing unless a run overrides it. Remove it, or give it
  //     a strength. If it is meant, write @Allow("zero-penalty").
  @Dense(units = 1) @L2(0) @Allow("zero-penalty") Layer output;
}
