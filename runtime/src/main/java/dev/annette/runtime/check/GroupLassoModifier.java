package dev.annette.runtime.check;

import dev.annette.WeightGroup;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;

/**
 * {@code b·Σ s·‖w_g‖} over rows or columns g of {@code [in, out]}, s being the root of their length
 * or 1, with the gradient {@code b·s·w/‖w_g‖}, 0 where a group is 0.
 */
public final class GroupLassoModifier implements CheckModifier {

  @Override
  public String kind() {
    return "groupLasso";
  }

  @Override
  public double penalty(
      PenaltyTerms terms,
      ModifierDescription modifier,
      TensorDescription tensor,
      double[] values,
      double[] gradient) {
    if (!terms.actsOn(modifier, tensor)) {
      return 0;
    }
    double[][] groups = Groups.of(modifier, "groups", WeightGroup.INPUTS, tensor, values);
    double b = terms.effectiveL1(modifier);
    if (Attribute.flag(modifier.attributes(), "sizeWeighted")) {
      b *= Math.sqrt(groups[0].length);
    }
    double sum = 0;
    for (double[] group : groups) {
      double norm = Groups.norm(group);
      sum += norm;
      for (int i = 0; i < group.length; i++) {
        group[i] = norm == 0 ? 0 : b * group[i] / norm;
      }
    }
    Groups.add(groups, modifier, "groups", WeightGroup.INPUTS, tensor, gradient);
    return b * sum;
  }
}
