package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.MaxNorm;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link MaxNorm}: an upper bound of the norm of every unit's weights. */
@AutoService(ModifierKind.class)
public final class MaxNormKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return MaxNorm.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    double bound = attributes.number("value", NumberRule.MAX_NORM);
    String source = attributes.source("value");
    return new ConstraintSpec(
        "maxNorm",
        source,
        new Described().with("value", bound).map(),
        attributes.origin("value"),
        (layer, weights) -> object(layer, weights, bound, source));
  }

  private static RuntimeObject object(
      LayerBuilder layer, Value weights, double bound, String source) {
    return RuntimeObject.constraint(
        "MaxNorm",
        new Operand.Size(weights.rows()),
        new Operand.Size(weights.width()),
        new Operand.Overridable(layer.hyper("maxNorm", bound, NumberRule.MAX_NORM.name(), source)));
  }
}
