package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;

/** A penalty or decay of strength 0. */
@AutoService(Lint.class)
public final class ZeroPenalty implements Lint {
  @Override
  public Problem problem() {
    return Problem.ZERO_PENALTY;
  }

  @Override
  public void look(LayerView layer) {
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (modifier.isPenalty() && Double.valueOf(0).equals(modifier.attributes().get("value"))) {
        layer.warn(
            modifier,
            " has strength 0, so it does nothing unless a run overrides it. Remove it, or give it a"
                + " strength.");
      }
    }
  }
}
