package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;
import java.util.List;

/** An L2 penalty and a weight decay, which shrink the same weights. */
@AutoService(Lint.class)
public final class TwoDecays implements Lint {
  @Override
  public Problem problem() {
    return Problem.TWO_DECAYS;
  }

  @Override
  public void look(LayerView layer) {
    List<ModifierSpec> shrinking = layer.shrinking();
    if (shrinking.size() > 1) {
      layer.warn(
          shrinking.get(1),
          " shrinks the weights that "
              + shrinking.get(0).source()
              + " shrinks through the loss. Keep one of the two: under plain SGD they are the same,"
              + " under Adam and its kin the decay is the one that shrinks all weights alike.");
    }
  }
}
