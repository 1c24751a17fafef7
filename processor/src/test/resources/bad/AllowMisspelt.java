package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class AllowMisspelt {
  @Allow("dropout-on-ouput") @Dense(units = 1) @Dropout(0.5) Layer output;
  //     ^ error: [annette/unknown-name] @Allow("dropout-on-ouput") on output names no warning. Did
  //     you mean "dropout-on-output"? Warnings: dropout-on-output, strong-input-dropout,
  //     two-decays, selu-initializer, bias-before-batch-norm, dropout-before-batch-norm,
  //     selu-dropout, norm-of-logits, zero-penalty, activity-penalty-on-output,
  //     penalty-before-normalisation, penalty-of-unit-norm, too-many-directions,
  //     squared-error-of-probabilities,
  //     alpha-dropout-without-selu.
}
