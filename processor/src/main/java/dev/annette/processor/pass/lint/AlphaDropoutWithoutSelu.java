package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.Activation;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;

/** Noise that keeps the mean and variance of a SELU, after an activation that has others. */
@AutoService(Lint.class)
public final class AlphaDropoutWithoutSelu implements Lint {
  @Override
  public Problem problem() {
    return Problem.ALPHA_DROPOUT_WITHOUT_SELU;
  }

  @Override
  public void look(LayerView layer) {
    Activation activation = layer.activation();
    if (activation == Activation.SELU || activation == Activation.LINEAR) {
      return;
    }
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (modifier.noise().filter(Noise::keepsMoments).isPresent()) {
        layer.warn(
            modifier,
            " sets outputs to where a SELU saturates and rescales them for its mean and variance,"
                + " which "
                + activation
                + " does not have. Write @Dropout, or activation = SELU.");
      }
    }
  }
}
