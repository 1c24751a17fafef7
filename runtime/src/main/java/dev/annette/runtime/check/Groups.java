package dev.annette.runtime.check;

import dev.annette.WeightGroup;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;

/** The rows or columns of a matrix {@code [in, out]}, each as an array of its own. */
final class Groups {
  private Groups() {}

  /** Returns copies of the rows or columns, as an attribute of a modifier says. */
  static double[][] of(
      ModifierDescription modifier,
      String attribute,
      WeightGroup absent,
      TensorDescription tensor,
      double[] values) {
    int in = tensor.shape().get(0);
    int out = tensor.shape().get(1);
    boolean byRow = byRow(modifier, attribute, absent);
    double[][] groups = new double[byRow ? in : out][byRow ? out : in];
    for (int k = 0; k < in; k++) {
      for (int j = 0; j < out; j++) {
        groups[byRow ? k : j][byRow ? j : k] = values[k * out + j];
      }
    }
    return groups;
  }

  /** Adds rows or columns to a matrix. */
  static void add(
      double[][] groups,
      ModifierDescription modifier,
      String attribute,
      WeightGroup absent,
      TensorDescription tensor,
      double[] sum) {
    int out = tensor.shape().get(1);
    boolean byRow = byRow(modifier, attribute, absent);
    for (int i = 0; i < sum.length; i++) {
      int k = i / out;
      int j = i % out;
      sum[i] += groups[byRow ? k : j][byRow ? j : k];
    }
  }

  /** Returns the root of the sum of squares. */
  static double norm(double[] group) {
    double sum = 0;
    for (double value : group) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private static boolean byRow(ModifierDescription modifier, String attribute, WeightGroup absent) {
    return Attribute.choice(modifier.attributes(), attribute, absent) == WeightGroup.INPUTS;
  }
}
