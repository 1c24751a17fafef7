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
    for (ModifierSpec other : shrinking) {
      ModifierSpec first = shrinking.get(0);
      if (!other.kind().equals(first.kind())) {
        layer.warn(
            other,
            " shrinks the weights that "
                + first.source()
                + " shrinks through the loss. Keep one of the two: under plain SGD they are the"
                + " same, under Adam and its kin the decay is the one that shrinks all weights"
                + " alike.");
        return;
      }
    }
  }
}
