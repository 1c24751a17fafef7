package bad;

import static dev.annette.Activation.SOFTMAX;
import static dev.annette.Loss.MEAN_ABSOLUTE_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = MEAN_ABSOLUTE_ERROR)
class AbsoluteErrorOfSoftmax {
  @Dense(units = 3, activation = SOFTMAX) Layer output;
  //                             ^ warning: [annette/squared-error-of-probabilities]
  //     @Dense(activation = SOFTMAX) on output with MEAN_ABSOLUTE_ERROR: where the answer is surely
  //     wrong, the gradient is nearly 0, and training stalls. For targets that are classes take
  //     loss = CROSS_ENTROPY. If it is meant, write @Allow("squared-error-of-probabilities").
}
