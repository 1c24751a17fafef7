package bad;

import static dev.annette.Activation.SIGMOID;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class SquaredErrorOfSigmoidAllowed {
  @Dense(units = 3, activation = SIGMOID) @Allow("squared-error-of-probabilities") Layer output;
}
