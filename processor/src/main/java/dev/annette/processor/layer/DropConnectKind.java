package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.DropConnect;
import dev.annette.Initializer;
import dev.annette.MaskScope;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Connection;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Value;
import dev.annette.processor.op.DropConnectOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link DropConnect}: weights left out while training. */
@AutoService(ModifierKind.class)
public final class DropConnectKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return DropConnect.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new DropConnectSpec(
        attributes.number("value", NumberRule.DROP_CONNECT_RATE),
        attributes.constant("mask", MaskScope.class),
        attributes.source("value"),
        attributes.origin("value"));
  }

  /** DropConnect with its rate and the rows that share a mask. */
  private record DropConnectSpec(double rate, MaskScope mask, String source, Origin origin)
      implements ModifierSpec {
    @Override
    public String kind() {
      return "dropConnect";
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("value", rate).with("mask", mask).map();
    }

    @Override
    public Set<Parameter.Role> roles() {
      return Set.of(Parameter.Role.WEIGHT);
    }

    @Override
    public Set<Parameter.Role> brings() {
      return Set.of(Parameter.Role.STATISTIC);
    }

    @Override
    public Optional<Connection> connection(LayerBuilder layer) {
      Hyper hyper = layer.hyper("dropConnect", rate, NumberRule.DROP_CONNECT_RATE.name(), source);
      Value remembered =
          layer.running("dropConnect", layer.width("rates", 1, source), Initializer.ZEROS);
      return Optional.of(
          new Connection(
              new DropConnectOp(hyper, mask == MaskScope.PER_BATCH, layer.random("DROP_CONNECT")),
              List.of(remembered)));
    }
  }
}
