package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.L2;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.lang.annotation.Annotation;

/** {@link L2}: a penalty on squares. */
@AutoService(ModifierKind.class)
public final class L2Kind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return L2.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    boolean onBias = attributes.flag("bias");
    return PenaltySpec.read(
        "l2", new Squares(), new Described().with("bias", onBias), onBias, attributes);
  }

  /** Half the sum of squares. */
  private record Squares() implements PenaltyForm {
    @Override
    public boolean isSquare() {
      return true;
    }

    @Override
    public String noun() {
      return "an L2 penalty";
    }

    @Override
    public String sum() {
      return "sum(w^2)/2";
    }

    @Override
    public RuntimeObject term(Operand strength, Operand scaling, Value parameter) {
      return RuntimeObject.penalty("L2Penalty", strength, scaling);
    }
  }
}
