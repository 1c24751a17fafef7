package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;

/** A penalty on squares of weights whose squares add up to 1. */
@AutoService(Lint.class)
public final class PenaltyOfUnitNorm implements Lint {
  @Override
  public Problem problem() {
    return Problem.PENALTY_OF_UNIT_NORM;
  }

  @Override
  public void look(LayerView layer) {
    if (layer.modifier("unitNorm").isPresent()) {
      layer
          .shrinking()
          .forEach(
              penalty ->
                  layer.warn(
                      penalty,
                      " shrinks weights that @UnitNorm brings back to norm 1 after every step, so"
                          + " it moves no weight. Remove one of the two."));
    }
  }
}
