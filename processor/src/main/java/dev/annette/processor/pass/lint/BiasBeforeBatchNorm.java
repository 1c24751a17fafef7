package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;

/** A bias that batch normalisation takes away. */
@AutoService(Lint.class)
public final class BiasBeforeBatchNorm implements Lint {
  @Override
  public Problem problem() {
    return Problem.BIAS_BEFORE_BATCH_NORM;
  }

  @Override
  public void look(LayerView layer) {
    if (layer.layer().spec().roles().contains(Parameter.Role.BIAS)) {
      layer.layer().modifiers().stream()
          .filter(ModifierSpec::normalisesBatches)
          .forEach(
              norm ->
                  layer.warn(
                      norm,
                      " takes away whatever the bias adds, and has a shift of its own. Write bias ="
                          + " false."));
    }
  }
}
