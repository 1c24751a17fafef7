package dev.annette.runtime.check;

import dev.annette.WeightGroup;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;

/** λ times the mean |cosine| over pairs of rows or columns of {@code [in, out]}. */
public final class OrthogonalPenaltyModifier implements CheckModifier {

  @Override
  public String kind() {
    return "orthogonalPenalty";
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
    double[][] w = Groups.of(modifier, "between", WeightGroup.UNITS, tensor, values);
    double[][] slopes = new double[w.length][w[0].length];
    double pairs = w.length * (w.length - 1) / 2.0;
    double lambda = Attribute.number(kind(), modifier.attributes(), "value");
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += pair(w[i], w[j], slopes[i], slopes[j], lambda / pairs);
      }
    }
    Groups.add(slopes, modifier, "between", WeightGroup.UNITS, tensor, gradient);
    return sum;
  }

  /** Returns {@code factor·|cos(a, b)|} and adds its derivatives by a and by b. */
  private static double pair(double[] a, double[] b, double[] da, double[] db, double factor) {
    double normA = Groups.norm(a);
    double normB = Groups.norm(b);
    if (normA == 0 || normB == 0) {
      return 0;
    }
    double dot = 0;
    for (int k = 0; k < a.length; k++) {
      dot += a[k] * b[k];
    }
    double sign = Math.signum(dot);
    for (int k = 0; k < a.length; k++) {
      da[k] += factor * sign * (b[k] - a[k] * dot / (normA * normA)) / (normA * normB);
      db[k] += factor * sign * (a[k] - b[k] * dot / (normB * normB)) / (normA * normB);
    }
    return factor * Math.abs(dot) / (normA * normB);
  }
}
