package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.BatchNorm;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class BiasBeforeBatchNorm {
  @Dense(units = 8) @BatchNorm Layer a;
  //                ^ warning: [annette/bias-before-batch-norm] @BatchNorm on a takes away whatever
  //     the bias adds, and has a shift of its own. Write bias = false. If it is meant, write
  //     @Allow("bias-before-batch-norm").
  @Dense(units = 8) @BatchNorm @Allow("bias-before-batch-norm") Layer b;
  @Dense(units = 1) Layer output;
}
