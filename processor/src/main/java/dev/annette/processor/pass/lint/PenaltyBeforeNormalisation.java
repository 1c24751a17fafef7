package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.Activation;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import java.util.Optional;

/** A penalty on the size of weights whose size normalisation takes away (van Laarhoven 2017). */
@AutoService(Lint.class)
public final class PenaltyBeforeNormalisation implements Lint {
  @Override
  public Problem problem() {
    return Problem.PENALTY_BEFORE_NORMALISATION;
  }

  @Override
  public void look(LayerView layer) {
    Optional<ModifierSpec> norm = normalisation(layer);
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (modifier.shrinksWeights() && norm.isPresent()) {
        layer.warn(
            modifier,
            " makes weights smaller, but "
                + norm.get().source()
                + " behind them divides by their size: what the layer computes stays the same, and"
                + " only its steps become larger in proportion. Remove it.");
      }
    }
  }

  /** Returns what normalises the products of the weights, nothing standing between. */
  private static Optional<ModifierSpec> normalisation(LayerView layer) {
    Optional<ModifierSpec> own = normalisation(layer.layer());
    boolean isPlain =
        layer.activation() == Activation.LINEAR
            && layer.layer().modifiers().stream().allMatch(one -> one.noise().isEmpty());
    if (own.isPresent() || !isPlain || layer.isOutput()) {
      return own;
    }
    LayerDeclaration next = layer.behind().get(0);
    return next.spec().roles().isEmpty() ? normalisation(next) : Optional.empty();
  }

  private static Optional<ModifierSpec> normalisation(LayerDeclaration layer) {
    return layer.modifiers().stream().filter(ModifierSpec::normalises).findFirst();
  }
}
