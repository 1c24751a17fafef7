package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.Dropout;
import dev.annette.MaskScope;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.BatchDropoutOp;
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
        attributes.constant("mask", MaskScope.class),
        attributes.source("value"),
        attributes.origin("value"));
  }

  /**
   * Dropout with its rate and the rows that share a mask.
   *
   * @param written the declaration as written, but for the mask
   */
  private record DropoutSpec(double rate, MaskScope mask, String written, Origin origin)
      implements ModifierSpec {
    @Override
    public String source() {
      return mask == MaskScope.PER_ROW
          ? written
          : written.replace("(", "(value = ").replace(")", ", mask = " + mask + ")");
    }

    @Override
    public String kind() {
      return "dropout";
    }

    @Override
    public SortedMap<String, Object> attributes() {
      Described described = new Described().with("value", rate);
      return mask == MaskScope.PER_ROW ? described.map() : described.with("mask", mask).map();
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
      Hyper hyper = layer.hyper("dropout", rate, NumberRule.DROPOUT_RATE.name(), source());
      RandomStream random = layer.random("DROPOUT");
      Width width = layer.inputWidth();
      layer.apply(
          mask == MaskScope.PER_ROW
              ? new DropoutOp(hyper, random)
              : new BatchDropoutOp(hyper, random, width),
          width);
    }
  }
}
