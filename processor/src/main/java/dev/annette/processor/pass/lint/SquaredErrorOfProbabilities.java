package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ActivationSpec;

/**
 * A squared or absolute error of a sigmoid or softmax, whose gradient vanishes where it is most
 * wrong.
 */
@AutoService(Lint.class)
public final class SquaredErrorOfProbabilities implements Lint {
  @Override
  public Problem problem() {
    return Problem.SQUARED_ERROR_OF_PROBABILITIES;
  }

  @Override
  public void look(LayerView layer) {
    boolean saturates =
        layer.activation() == Activation.SIGMOID || layer.activation() == Activation.SOFTMAX;
    boolean isError = layer.loss().isSquaredError() || layer.loss() == Loss.MEAN_ABSOLUTE_ERROR;
    if (layer.isOutput() && saturates && isError) {
      ActivationSpec activation = layer.layer().spec().activation().orElseThrow();
      boolean isSigmoid = layer.activation() == Activation.SIGMOID;
      layer.warn(
          activation.origin(),
          activation.source()
              + " on "
              + layer.layer().name()
              + " with "
              + layer.loss()
              + ": where the answer is surely wrong, the gradient is nearly 0, and training stalls."
              + " For targets that are "
              + (isSigmoid ? "yes or no" : "classes")
              + " take loss = "
              + (isSigmoid ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY)
              + ".");
    }
  }
}
