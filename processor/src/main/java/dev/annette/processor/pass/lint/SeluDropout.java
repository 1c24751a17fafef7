package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.Activation;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;

/** SELU with noise that moves its outputs away from mean 0 and variance 1. */
@AutoService(Lint.class)
public final class SeluDropout implements Lint {
  @Override
  public Problem problem() {
    return Problem.SELU_DROPOUT;
  }

  @Override
  public void look(LayerView layer) {
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (layer.activation() == Activation.SELU
          && modifier.noise().filter(noise -> !noise.keepsMoments()).isPresent()) {
        layer.warn(
            modifier,
            ": SELU keeps mean 0 and variance 1 from layer to layer, and this noise does not. Write"
                + " @AlphaDropout, which does.");
      }
    }
  }
}
