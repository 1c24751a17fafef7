package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.WeightDecay;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link WeightDecay}: weights shrink by a share in each step. */
@AutoService(ModifierKind.class)
public final class WeightDecayKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return WeightDecay.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    boolean onBias = attributes.flag("bias");
    return new StrengthSpec(
        "weightDecay",
        attributes.number("value", NumberRule.WEIGHT_DECAY),
        NumberRule.WEIGHT_DECAY,
        new Described().with("bias", onBias),
        onBias,
        "sum(w^2)/2, apart from the loss",
        (strength, parameter) -> RuntimeObject.penalty("Decay", strength),
        attributes);
  }
}
