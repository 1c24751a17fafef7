package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;

/** More than half of the input features left out. */
@AutoService(Lint.class)
public final class StrongInputNoise implements Lint {
  private static final double STRONG = 0.5;

  @Override
  public Problem problem() {
    return Problem.STRONG_INPUT_DROPOUT;
  }

  @Override
  public void look(LayerView layer) {
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (layer.isInput()
          && modifier.noise().filter(noise -> noise.droppedShare() > STRONG).isPresent()) {
        layer.warn(
            modifier,
            " leaves out more than half of the input features in each step. Rates up to 0.2 are"
                + " usual on the input.");
      }
    }
  }
}
