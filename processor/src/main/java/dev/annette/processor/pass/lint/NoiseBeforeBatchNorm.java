package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ModifierSpec;

/** Noise makes variances larger in training than in prediction (Li et al. 2018). */
@AutoService(Lint.class)
public final class NoiseBeforeBatchNorm implements Lint {
  @Override
  public Problem problem() {
    return Problem.DROPOUT_BEFORE_BATCH_NORM;
  }

  @Override
  public void look(LayerView layer) {
    for (ModifierSpec modifier : layer.layer().modifiers()) {
      if (modifier.noise().isPresent()) {
        layer.behind().stream()
            .filter(later -> later.modifiers().stream().anyMatch(NoiseBeforeBatchNorm::isNorm))
            .findFirst()
            .ifPresent(later -> layer.warn(modifier, fault(later.name())));
      }
    }
  }

  private static boolean isNorm(ModifierSpec modifier) {
    return modifier.kind().equals("batchNorm");
  }

  private static String fault(String later) {
    return " makes the inputs of @BatchNorm on "
        + later
        + " vary more in training than in prediction, which uses the variances of training. Put it"
        + " behind the last @BatchNorm.";
  }
}
