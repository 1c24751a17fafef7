package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.OrthogonalPenalty;
import dev.annette.WeightGroup;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.lang.annotation.Annotation;

/** {@link OrthogonalPenalty}: a penalty on cosines between units. */
@AutoService(ModifierKind.class)
public final class OrthogonalPenaltyKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return OrthogonalPenalty.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    WeightGroup between = attributes.constant("between", WeightGroup.class);
    return StrengthSpec.penalty(
        "orthogonalPenalty",
        new Described().with("between", between),
        "mean over pairs of |cos(w_i, w_j)|",
        (strength, parameter) -> term(strength, parameter, between),
        attributes);
  }

  private static RuntimeObject term(Operand strength, Value parameter, WeightGroup between) {
    return RuntimeObject.penalty(
        "CosinePenalty",
        strength,
        new Operand.Size(parameter.rows()),
        new Operand.Size(parameter.width()),
        new Operand.Choice(between));
  }
}
