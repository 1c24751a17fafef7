package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.UnitNorm;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import java.lang.annotation.Annotation;

/** {@link UnitNorm}: every unit's weights have norm 1. */
@AutoService(ModifierKind.class)
public final class UnitNormKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return UnitNorm.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new ConstraintSpec(
        "unitNorm",
        "@UnitNorm",
        new Described().map(),
        attributes.origin(),
        (layer, weights) ->
            RuntimeObject.constraint(
                "UnitNorm", new Operand.Size(weights.rows()), new Operand.Size(weights.width())));
  }
}
