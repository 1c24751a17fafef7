package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;

/** Noise on what the loss compares with the targets. */
@AutoService(Lint.class)
public final class NoiseOnOutput implements Lint {
  @Override
  public Problem problem() {
    return Problem.DROPOUT_ON_OUTPUT;
  }

  @Override
  public void look(LayerView layer) {
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (layer.isOutput() && modifier.noise().isPresent()) {
        layer.warn(
            modifier,
            (modifier.noise().get().droppedShare() > 0 ? " leaves out" : " disturbs")
                + " outputs that the loss compares with the targets. Put it on the layer before.");
      }
    }
  }
}
