package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.NonNegative;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.RuntimeObject;
import java.lang.annotation.Annotation;

/** {@link NonNegative}: weights are at least 0. */
@AutoService(ModifierKind.class)
public final class NonNegativeKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return NonNegative.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new ConstraintSpec(
        "nonNegative",
        "@NonNegative",
        new Described().map(),
        attributes.origin(),
        (layer, weights) -> RuntimeObject.constraint("NonNegative"));
  }
}
