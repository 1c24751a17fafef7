package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.LayerNorm;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link LayerNorm}: rows of mean 0 and variance 1. */
@AutoService(ModifierKind.class)
public final class LayerNormKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return LayerNorm.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    double epsilon = attributes.number("epsilon", NumberRule.NORM_EPSILON);
    return new RowNormSpec("layerNorm", "@LayerNorm", epsilon, true, attributes);
  }
}
