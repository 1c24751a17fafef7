package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.L1;
import dev.annette.L1Method;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.lang.annotation.Annotation;

/** {@link L1}: a penalty on magnitudes. */
@AutoService(ModifierKind.class)
public final class L1Kind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return L1.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    L1Method method = attributes.constant("method", L1Method.class);
    boolean onBias = attributes.flag("bias");
    return PenaltySpec.read(
        "l1",
        new Magnitudes(method),
        new Described().with("bias", onBias).with("method", method),
        onBias,
        attributes);
  }

  /** The sum of magnitudes. */
  private record Magnitudes(L1Method method) implements PenaltyForm {
    @Override
    public boolean isSquare() {
      return false;
    }

    @Override
    public String noun() {
      return "an L1 penalty";
    }

    @Override
    public String sum() {
      return "sum(|w|)";
    }

    @Override
    public RuntimeObject term(Operand strength, Operand scaling, Value parameter) {
      return RuntimeObject.penalty("L1Penalty", strength, scaling, new Operand.Choice(method));
    }
  }
}
