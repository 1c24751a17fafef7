package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;
import java.util.Optional;

/** An L2 penalty and a weight decay, which shrink the same weights. */
@AutoService(Lint.class)
public final class TwoDecays implements Lint {
  @Override
  public Problem problem() {
    return Problem.TWO_DECAYS;
  }

  @Override
  public void look(LayerView layer) {
    Optional<ModifierSpec> square = layer.modifier("l2").filter(ModifierSpec::shrinksWeights);
    Optional<ModifierSpec> decay =
        layer.modifier("weightDecay").filter(ModifierSpec::shrinksWeights);
    if (square.isPresent() && decay.isPresent()) {
      layer.warn(
          decay.get(),
          " shrinks the weights that "
              + square.get().source()
              + " shrinks through the loss. Keep one of the two: under plain SGD they are the same,"
              + " under Adam and its kin the decay is the one that shrinks all weights alike.");
    }
  }
}
