package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.RmsNorm;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link RmsNorm}: rows of mean square 1. */
@AutoService(ModifierKind.class)
public final class RmsNormKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return RmsNorm.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    double epsilon = attributes.number("epsilon", NumberRule.NORM_EPSILON);
    return new RowNormSpec("rmsNorm", "@RmsNorm", epsilon, false, attributes);
  }
}
