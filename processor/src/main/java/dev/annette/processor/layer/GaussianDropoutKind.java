package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.GaussianDropout;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;
import dev.annette.processor.op.GaussianDropoutOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link GaussianDropout}: units multiplied by normal numbers around 1 while training. */
@AutoService(ModifierKind.class)
public final class GaussianDropoutKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return GaussianDropout.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return NoiseSpec.read(
        "gaussianDropout",
        NumberRule.GAUSSIAN_RATE,
        "GAUSSIAN_DROPOUT",
        rate -> new Noise(0, false),
        GaussianDropoutOp::new,
        attributes);
  }
}
