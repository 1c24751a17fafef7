package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;

/** {@code b·Σ|w|}, with the gradient {@code b·sign(w)} and sign(0) = 0. */
public final class L1Modifier implements CheckModifier {

  @Override
  public String kind() {
    return "l1";
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
    double b = terms.effectiveL1(modifier);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.abs(values[i]);
      gradient[i] += b * Math.signum(values[i]);
    }
    return b * sum;
  }
}
