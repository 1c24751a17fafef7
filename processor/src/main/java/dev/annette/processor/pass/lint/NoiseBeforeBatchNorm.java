package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import java.util.stream.Stream;

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
            .flatMap(later -> norms(later).map(norm -> norm.source() + " on " + later.name()))
            .findFirst()
            .ifPresent(later -> layer.warn(modifier, fault(later)));
      }
    }
  }

  private static Stream<ModifierSpec> norms(LayerDeclaration layer) {
    return layer.modifiers().stream().filter(ModifierSpec::normalisesBatches);
  }

  private static String fault(String later) {
    return " makes the inputs of "
        + later
        + " vary more in training than in prediction, which uses the variances of training. Put it"
        + " behind the last @BatchNorm.";
  }
}
