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
    boolean isConstant = initializer == Initializer.CONSTANT;
    if (isConstant && !attributes.isWritten("constant")) {
      attributes.report(
          Problem.MISSING,
          attributes.origin("value"),
          attributes.source("value")
              + " on "
              + attributes.field()
              + " does not say which number every weight starts with. Write @Init(value = CONSTANT,"
              + " constant = 0.1), or @Init(ZEROS).");
    }
    return new StartSpec(
        initializer,
        isConstant ? attributes.number("constant", NumberRule.FINITE) : 0,
        attributes.number("bias", NumberRule.FINITE),
        attributes);
  }

  /**
   * A start with its numbers.
   *
   * @param initializer how the weights start
   * @param constant the number that CONSTANT gives to every weight
   * @param biasStart the number that every bias starts with
   * @param declared the annotation
   */
  public record StartSpec(
      Initializer initializer, double constant, double biasStart, Attributes declared)
      implements ModifierSpec {
    @Override
    public String source() {
      return declared.source("value");
    }

    @Override
    public Origin origin() {
      return declared.origin("value");
    }

    @Override
    public String source(Parameter.Role role) {
      return role == Parameter.Role.BIAS ? declared.source("bias") : source();
    }

    @Override
    public Origin origin(Parameter.Role role) {
      return role == Parameter.Role.BIAS ? declared.origin("bias") : origin();
    }

    private boolean startsBias() {
      return declared.isWritten("bias");
    }

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
      return startsBias()
          ? Set.of(Parameter.Role.WEIGHT, Parameter.Role.BIAS)
          : Set.of(Parameter.Role.WEIGHT);
    }

    @Override
    public Optional<InitSpec> init(Parameter.Role role, LayerBuilder layer) {
      if (role == Parameter.Role.WEIGHT) {
        Constant number =
            initializer == Initializer.CONSTANT
                ? layer.constant("weights start", constant, declared.source("constant"))
                : null;
        return Optional.of(new InitSpec(initializer, number));
      }
      return startsBias()
          ? Optional.of(
              new InitSpec(
                  Initializer.CONSTANT,
                  layer.constant("bias start", biasStart, declared.source("bias"))))
          : Optional.empty();
    }
  }
}
