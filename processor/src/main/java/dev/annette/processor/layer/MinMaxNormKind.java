package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.MinMaxNorm;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;

/** {@link MinMaxNorm}: a range for the norm of every unit's weights. */
@AutoService(ModifierKind.class)
public final class MinMaxNormKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return MinMaxNorm.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    double min = attributes.number("min", NumberRule.MIN_NORM);
    double max = attributes.number("max", NumberRule.MAX_NORM);
    double rate = attributes.number("rate", NumberRule.NORM_RATE);
    if (min > max) {
      attributes.report(
          Problem.CONFLICT,
          attributes.origin("min"),
          attributes.source("min")
              + " on "
              + attributes.field()
              + " is above max = "
              + NumberRule.number(max)
              + ", so no norm is in the range. Exchange the two, or write a larger max.");
    }
    return new ConstraintSpec(
        "minMaxNorm",
        attributes.source("max"),
        new Described().with("min", min).with("max", max).with("rate", rate).map(),
        attributes.origin(),
        (layer, weights) -> object(layer, weights, attributes, min, max, rate));
  }

  private static RuntimeObject object(
      LayerBuilder layer,
      Value weights,
      Attributes attributes,
      double min,
      double max,
      double rate) {
    return RuntimeObject.constraint(
        "MinMaxNorm",
        new Operand.Size(weights.rows()),
        new Operand.Size(weights.width()),
        new Operand.Exact(layer.constant("minNorm", min, attributes.source("min"))),
        new Operand.Exact(layer.constant("maxNorm", max, attributes.source("max"))),
        new Operand.Overridable(
            layer.hyper(
                "minMaxNorm", rate, NumberRule.NORM_RATE.name(), attributes.source("rate"))));
  }
}
