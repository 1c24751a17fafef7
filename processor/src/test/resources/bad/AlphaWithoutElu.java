package bad;

import static dev.annette.Activation.LEAKY_RELU;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class AlphaWithoutElu {
  @Dense(units = 8, activation = LEAKY_RELU, alpha = 0.5) Layer hidden;
  //                                                 ^ error: [annette/conflict] @Dense(alpha = 0.5)
  //     on hidden: alpha belongs to ELU, but the activation is LEAKY_RELU. Remove alpha, or write
  //     activation = ELU.
  @Dense(units = 1) Layer output;
}
