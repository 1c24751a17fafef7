package bad;

import static dev.annette.Loss.MEAN_SQUARED_ERROR;
import static dev.annette.PenaltyScaling.SKLEARN_RIDGE;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = MEAN_SQUARED_ERROR, scaling = SKLEARN_RIDGE)
class ScalingOfNetworkWithoutL1 {
  @Dense(units = 8) @L1(0.1) @L2(0.1) Layer hidden;
  //                ^ error: [annette/conflict] @L1(0.1) on hidden: the scaling of the network,
  //     SKLEARN_RIDGE, does not say what an L1 penalty means. Take another scaling, such as
  //     TEXTBOOK.
  @Dense(units = 1) Layer output;
}
