package dev.annette.runtime.check;

import dev.annette.runtime.custom.PenaltyFunction;
import dev.annette.runtime.model.CustomPart;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;

/** {@code b·P(W)} for a function P of weights {@code [in, out]} that a user wrote. */
public final class CustomPenaltyModifier implements CheckModifier {
  static final String KIND = "customPenalty";

  @Override
  public String kind() {
    return KIND;
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
    int in = tensor.shape().get(0);
    int out = tensor.shape().get(1);
    PenaltyFunction function = function(modifier);
    double b = terms.effectiveL1(modifier);
    double[] slopes = new double[values.length];
    function.gradient(values.clone(), in, out, slopes);
    for (int i = 0; i < slopes.length; i++) {
      gradient[i] += b * slopes[i];
    }
    return b * function.value(values.clone(), in, out);
  }

  /**
   * Returns the function that a modifier names.
   *
   * @throws IllegalStateException if only its name is known
   */
  static PenaltyFunction function(ModifierDescription modifier) {
    return ((CustomPart) modifier.attributes().get("penalty")).as(PenaltyFunction.class);
  }
}
