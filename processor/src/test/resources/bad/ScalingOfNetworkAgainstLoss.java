package bad;

import static dev.annette.Loss.HUBER;
import static dev.annette.PenaltyScaling.SKLEARN_LASSO;

import dev.annette.Dense;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HUBER, scaling = SKLEARN_LASSO)
  //                                        ^ error: [annette/conflict] @Network(scaling =
  //     SKLEARN_LASSO) on ScalingOfNetworkAgainstLoss: SKLEARN_LASSO belongs to a squared error,
  //     but the loss is HUBER. Take another scaling, such as TEXTBOOK.
class ScalingOfNetworkAgainstLoss {
  @Dense(units = 8) @L2(0.1) Layer a;
  @Dense(units = 8) @L1(0.1) Layer b;
  @Dense(units = 1) Layer output;
}
