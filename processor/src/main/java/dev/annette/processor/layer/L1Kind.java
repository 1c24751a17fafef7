package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.L1;
import dev.annette.L1Method;
import dev.annette.PenaltyScaling;
import dev.annette.processor.ir.ModifierSpec;
import java.lang.annotation.Annotation;

/** {@link L1}: a penalty on magnitudes. */
@AutoService(ModifierKind.class)
public final class L1Kind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return L1.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new PenaltySpec(
        "l1",
        attributes.number("value"),
        attributes.constant("scaling", PenaltyScaling.class),
        attributes.constant("method", L1Method.class),
        attributes.flag("bias"),
        attributes);
  }
}
