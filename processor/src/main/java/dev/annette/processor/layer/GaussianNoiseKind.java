package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.GaussianNoise;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;
import dev.annette.processor.op.GaussianNoiseOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link GaussianNoise}: normal numbers added while training. */
@AutoService(ModifierKind.class)
public final class GaussianNoiseKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return GaussianNoise.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return NoiseSpec.read(
        "gaussianNoise",
        NumberRule.NOISE_DEVIATION,
        "NOISE",
        deviation -> new Noise(0, false),
        GaussianNoiseOp::new,
        attributes);
  }
}
