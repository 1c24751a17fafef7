package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.BatchNorm;
import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class DropoutBeforeBatchNorm {
  @Dropout(0.1) Layer features;
  //       ^ warning: [annette/dropout-before-batch-norm] @Dropout(0.1) on features makes the inputs
  //     of @BatchNorm on a vary more in training than in prediction, which uses the variances of
  //     training. Put it behind the last @BatchNorm. If it is meant, write
  //     @Allow("dropout-before-batch-norm").
  @Dense(units = 8, bias = false) @BatchNorm @Dropout(0.3) Layer a;
  //                                                  ^ warning: [annette/dropout-before-batch-norm]
  //     @Dropout(0.3) on a makes the inputs of @BatchNorm on b vary more in training than in
  //     prediction, which uses the variances of training. Put it behind the last @BatchNorm. If it
  //     is meant, write @Allow("dropout-before-batch-norm").
  @Dense(units = 8, bias = false) @BatchNorm @Dropout(0.3) Layer b;
  @Dense(units = 1) Layer output;
}
