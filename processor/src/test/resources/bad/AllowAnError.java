package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Allow("out-of-range")
  //   ^ error: [annette/unknown-name] @Allow("out-of-range") on AllowAnError names no warning.
  //     Warnings: dropout-on-output, strong-input-dropout, two-decays, selu-initializer,
  //     bias-before-batch-norm, dropout-before-batch-norm, selu-dropout, norm-of-logits,
  //     zero-penalty, activity-penalty-on-output, penalty-before-normalisation,
  //     penalty-of-unit-norm, too-many-directions, squared-error-of-probabilities,
  //     alpha-dropout-without-selu.
@Network(input = 4, loss = HALF_SQUARED_ERROR)
class AllowAnError {
  @Dense(units = 1) Layer output;
}
