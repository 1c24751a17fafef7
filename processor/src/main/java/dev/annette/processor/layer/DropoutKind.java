package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.Dropout;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.op.DropoutOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link Dropout}: units left out while training. */
@AutoService(ModifierKind.class)
public final class DropoutKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Dropout.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new DropoutSpec(
        attributes.number("value", NumberRule.DROPOUT_RATE),
        attributes.source("value"),
        attributes.origin("value"));
  }

  /** Dropout with its rate. */
  public record DropoutSpec(double rate, String source, Origin origin) implements ModifierSpec {
    @Override
    public String kind() {
      return "dropout";
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("value", rate).map();
    }

    @Override
    public Set<Parameter.Role> roles() {
      return Set.of();
    }

    @Override
    public Optional<Noise> noise() {
      return rate == 0 ? Optional.empty() : Optional.of(new Noise(rate, false));
    }

    @Override
    public boolean standsAlone() {
      return true;
    }

    @Override
    public void lower(LayerBuilder layer) {
      Hyper hyper = layer.hyper("dropout", rate, NumberRule.DROPOUT_RATE.name(), source);
      layer.apply(new DropoutOp(hyper, layer.random("DROPOUT")), layer.inputWidth());
    }
  }
}
