package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class AllowUnknown {
  @Allow({"selu-initializer", "all"}) @Dense(units = 8) Layer hidden;
  //                          ^ error: [annette/unknown-name] @Allow("all") on hidden names no
  //     warning. Warnings: dropout-on-output, strong-input-dropout, two-decays, selu-initializer,
  //     bias-before-batch-norm, dropout-before-batch-norm, selu-dropout, norm-of-logits,
  //     zero-penalty, activity-penalty-on-output, penalty-before-normalisation,
  //     penalty-of-unit-norm, too-many-directions, squared-error-of-probabilities,
  //     alpha-dropout-without-selu.
  @Dense(units = 1) Layer output;
}
