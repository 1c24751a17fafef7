package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.BatchNorm;
import dev.annette.Initializer;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.BatchNormOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.SortedMap;

/** {@link BatchNorm}: units of mean 0 and variance 1 over a batch. */
@AutoService(ModifierKind.class)
public final class BatchNormKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return BatchNorm.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new BatchNormSpec(
        attributes.number("momentum", NumberRule.NORM_MOMENTUM),
        attributes.number("epsilon", NumberRule.NORM_EPSILON),
        attributes);
  }

  /**
   * Batch normalisation with its numbers.
   *
   * @param momentum the share of the old that running statistics keep
   * @param epsilon what is added to the variance
   * @param declared the annotation
   */
  public record BatchNormSpec(double momentum, double epsilon, Attributes declared)
      implements ModifierSpec {
    @Override
    public String kind() {
      return "batchNorm";
    }

    @Override
    public String source() {
      return "@BatchNorm";
    }

    @Override
    public Origin origin() {
      return declared.origin();
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("momentum", momentum).with("epsilon", epsilon).map();
    }

    @Override
    public Set<Parameter.Role> roles() {
      return Set.of();
    }

    @Override
    public Set<Parameter.Role> brings() {
      return Set.of(Parameter.Role.GAIN, Parameter.Role.BIAS, Parameter.Role.STATISTIC);
    }

    @Override
    public boolean standsAlone() {
      return true;
    }

    @Override
    public boolean normalises() {
      return true;
    }

    @Override
    public void normalise(LayerBuilder layer) {
      Width width = layer.inputWidth();
      Hyper kept =
          layer.hyper(
              "momentum", momentum, NumberRule.NORM_MOMENTUM.name(), declared.source("momentum"));
      Constant added = layer.constant("epsilon", epsilon, declared.source("epsilon"));
      layer.apply(
          new BatchNormOp(kept, added),
          width,
          layer.gain("gain", width),
          layer.bias("shift", width),
          layer.running("mean", width, Initializer.ZEROS),
          layer.running("variance", width, Initializer.ONES));
    }
  }
}
