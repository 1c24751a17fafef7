package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.ActivityL2;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.op.ActivityOp;
import java.lang.annotation.Annotation;

/** {@link ActivityL2}: a penalty on the squares of outputs. */
@AutoService(ModifierKind.class)
public final class ActivityL2Kind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return ActivityL2.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return ActivitySpec.read("activityL2", ActivityOp.Sum.SQUARES, attributes);
  }
}
