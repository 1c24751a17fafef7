package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;
import java.util.Set;

/** A bound on the weights that give the logits of a cross-entropy. */
@AutoService(Lint.class)
public final class NormOfLogits implements Lint {
  private static final Set<String> NORMS = Set.of("maxNorm", "unitNorm", "minMaxNorm");

  @Override
  public Problem problem() {
    return Problem.NORM_OF_LOGITS;
  }

  @Override
  public void look(LayerView layer) {
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (layer.isOutput() && layer.loss().isCrossEntropy() && NORMS.contains(modifier.kind())) {
        layer.warn(
            modifier,
            " bounds the logits, and with them how sure "
                + layer.loss()
                + " lets the network become, whatever the data say. Put it on a layer before, or"
                + " take a penalty here.");
      }
    }
  }
}
