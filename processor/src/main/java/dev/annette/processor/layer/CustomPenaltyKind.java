package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.CustomPenalty;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.lang.annotation.Annotation;

/** {@link CustomPenalty}: a penalty that the user wrote. */
@AutoService(ModifierKind.class)
public final class CustomPenaltyKind implements ModifierKind {
  private static final String CONTRACT = "dev.annette.runtime.custom.PenaltyFunction";

  @Override
  public Class<? extends Annotation> annotation() {
    return CustomPenalty.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    ClassRef function = attributes.type("penalty", CONTRACT);
    return PenaltySpec.read(
        "customPenalty",
        new Function(function),
        new Described().with("penalty", function),
        false,
        attributes);
  }

  /** A function of the whole matrix of weights. */
  private record Function(ClassRef type) implements PenaltyForm {
    @Override
    public boolean isSquare() {
      return false;
    }

    @Override
    public String noun() {
      return "a custom penalty";
    }

    @Override
    public String sum() {
      return type.simpleName() + "(w)";
    }

    @Override
    public RuntimeObject term(Operand strength, Operand scaling, Value parameter) {
      return RuntimeObject.penalty(
          "FunctionPenalty",
          strength,
          scaling,
          new Operand.Size(parameter.rows()),
          new Operand.Size(parameter.width()),
          new Operand.Created(type));
    }
  }
}
