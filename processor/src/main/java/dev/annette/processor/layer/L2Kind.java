package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.L2;
import dev.annette.PenaltyScaling;
import dev.annette.processor.ir.ModifierSpec;
import java.lang.annotation.Annotation;

/** {@link L2}: a penalty on squares. */
@AutoService(ModifierKind.class)
public final class L2Kind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return L2.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new PenaltySpec(
        "l2",
        attributes.number("value"),
        attributes.constant("scaling", PenaltyScaling.class),
        null,
        attributes.flag("bias"),
        attributes);
  }
}
