package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.GroupLasso;
import dev.annette.WeightGroup;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.lang.annotation.Annotation;

/** {@link GroupLasso}: a penalty on the norms of rows or columns. */
@AutoService(ModifierKind.class)
public final class GroupLassoKind implements ModifierKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return GroupLasso.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    Norms norms =
        new Norms(
            attributes.constant("groups", WeightGroup.class), attributes.flag("sizeWeighted"));
    return PenaltySpec.read(
        "groupLasso",
        norms,
        new Described().with("groups", norms.groups()).with("sizeWeighted", norms.sizeWeighted()),
        false,
        attributes);
  }

  /** The sum of norms, each times the root of its group's size or not. */
  private record Norms(WeightGroup groups, boolean sizeWeighted) implements PenaltyForm {
    @Override
    public boolean isSquare() {
      return false;
    }

    @Override
    public String noun() {
      return "a group lasso";
    }

    @Override
    public String sum() {
      String group = groups == WeightGroup.INPUTS ? "row" : "column";
      return "sum over "
          + group
          + "s of "
          + (sizeWeighted ? "sqrt(size) * " : "")
          + "norm("
          + group
          + ")";
    }

    @Override
    public RuntimeObject term(Operand strength, Operand scaling, Value parameter) {
      return RuntimeObject.penalty(
          "GroupLassoPenalty",
          strength,
          scaling,
          new Operand.Size(parameter.rows()),
          new Operand.Size(parameter.width()),
          new Operand.Choice(groups),
          new Operand.Flag(sizeWeighted));
    }
  }
}
