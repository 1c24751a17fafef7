package bad;

import static dev.annette.Activation.SIGMOID;
import static dev.annette.Loss.MEAN_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = MEAN_SQUARED_ERROR)
class SquaredErrorOfSigmoid {
  @Dense(units = 8, activation = SIGMOID) Layer hidden;
  @Dense(units = 3, activation = SIGMOID) Layer output;
  //                             ^ warning: [annette/squared-error-of-probabilities]
  //     @Dense(activation = SIGMOID) on output with MEAN_SQUARED_ERROR: where the answer is surely
  //     wrong, the gradient is nearly 0, and training stalls. For targets that are yes or no take
  //     loss = BINARY_CROSS_ENTROPY. If it is meant, write
  //     @Allow("squared-error-of-probabilities").
}
