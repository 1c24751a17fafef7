package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.Init;
import dev.annette.Initializer;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.InitSpec;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link Init}: how weights and biases start. */
@AutoService(ModifierKind.class)
public final class InitKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Init.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    Initializer initializer = attributes.constant("value", Initializer.class);
    if (attributes.isWritten("constant") && initializer != Initializer.CONSTANT) {
      attributes.report(
          Problem.CONFLICT,
          attributes.origin("constant"),
          attributes.source("constant")
              + " on "
              + attributes.field()
              + ": only CONSTANT starts every weight with one number, but the initializer is "
              + initializer
              + ". Remove constant, or write @Init(value = CONSTANT, constant = 0.1).");
    }
    return new StartSpec(
        initializer,
        attributes.number("constant", NumberRule.FINITE),
        attributes.number("bias", NumberRule.FINITE),
        attributes.isWritten("bias"),
        attributes.source("value"),
        attributes.source("constant"),
        attributes.source("bias"),
        attributes.origin("value"));
  }

  /** A start with its numbers. */
  public record StartSpec(
      Initializer initializer,
      double constant,
      double biasStart,
      boolean startsBias,
      String source,
      String constantSource,
      String biasSource,
      Origin origin)
      implements ModifierSpec {
    @Override
    public String kind() {
      return "init";
    }

    @Override
    public SortedMap<String, Object> attributes() {
      Described described = new Described().with("value", initializer).with("bias", biasStart);
      if (initializer == Initializer.CONSTANT) {
        described.with("constant", constant);
      }
      return described.map();
    }

    @Override
    public Set<Parameter.Role> roles() {
      return startsBias
          ? Set.of(Parameter.Role.WEIGHT, Parameter.Role.BIAS)
          : Set.of(Parameter.Role.WEIGHT);
    }

    @Override
    public Optional<InitSpec> init(Parameter.Role role, LayerBuilder layer) {
      if (role == Parameter.Role.WEIGHT) {
        Constant number =
            initializer == Initializer.CONSTANT
                ? layer.constant("weights start", constant, constantSource)
                : null;
        return Optional.of(new InitSpec(initializer, number));
      }
      return startsBias
          ? Optional.of(
              new InitSpec(
                  Initializer.CONSTANT, layer.constant("bias start", biasStart, biasSource)))
          : Optional.empty();
    }
  }
}
