package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.ActivityL1;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.op.ActivityOp;
import java.lang.annotation.Annotation;

/** {@link ActivityL1}: a penalty on the magnitudes of outputs. */
@AutoService(ModifierKind.class)
public final class ActivityL1Kind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return ActivityL1.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return ActivitySpec.read("activityL1", ActivityOp.Sum.MAGNITUDES, attributes);
  }
}
