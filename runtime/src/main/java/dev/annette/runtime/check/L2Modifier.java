package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;

/** {@code ½·a·Σw²}, with the gradient {@code a·w}. */
public final class L2Modifier implements CheckModifier {

  @Override
  public String kind() {
    return "l2";
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
    double a = terms.effectiveL2(modifier);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * values[i];
      gradient[i] += a * values[i];
    }
    return 0.5 * a * sum;
  }
}
