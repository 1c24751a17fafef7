package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.AlphaDropout;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;
import dev.annette.processor.op.AlphaDropoutOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link AlphaDropout}: units of a self-normalising network left out while training. */
@AutoService(ModifierKind.class)
public final class AlphaDropoutKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return AlphaDropout.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return NoiseSpec.read(
        "alphaDropout",
        NumberRule.DROPOUT_RATE,
        "ALPHA_DROPOUT",
        rate -> new Noise(rate, true),
        AlphaDropoutOp::new,
        attributes);
  }
}
