package dev.annette.runtime.data.transform;

import dev.annette.runtime.data.Dataset;

/** What the classes of a dataset count. */
public final class ClassWeights {
  private ClassWeights() {}

  /**
   * Returns the weights that give every class the same sum (King and Zeng 2001): {@code n/(K·nₖ)},
   * with nₖ the sum of the weights of the rows of class k, n that of all, and K the number of
   * classes that have rows. scikit-learn's {@code class_weight='balanced'}. A class without rows
   * has weight 0.
   *
   * @param classes how many classes there are; 2 for targets of one number, the share of class 1
   */
  public static double[] balanced(Dataset rows, int classes) {
    double[] sums = new double[classes];
    double all = 0;
    for (int row = 0; row < rows.rows(); row++) {
      for (int k = first(rows, row); k <= last(rows, row, classes); k++) {
        sums[k] += rows.weight(row) * share(rows, row, k);
      }
      all += rows.weight(row);
    }
    int present = 0;
    for (double sum : sums) {
      present += sum > 0 ? 1 : 0;
    }
    double[] weights = new double[classes];
    for (int k = 0; k < classes; k++) {
      weights[k] = sums[k] > 0 ? all / (present * sums[k]) : 0;
    }
    return weights;
  }

  /**
   * Returns the weights scaled so that the rows, with their own weights, count 1 on average.
   *
   * @throws IllegalArgumentException if no row counts anything
   */
  public static double[] withMeanOne(Dataset rows, double... byClass) {
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double weight = 0;
      for (int k = first(rows, row); k <= last(rows, row, byClass.length); k++) {
        weight += share(rows, row, k) * byClass[k];
      }
      sum += rows.weight(row) * weight;
    }
    if (sum == 0) {
      throw new IllegalArgumentException(
          "the weights of classes leave no training row that counts: every class that has rows has"
              + " weight 0");
    }
    double[] scaled = byClass.clone();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= rows.rows() / sum;
    }
    return scaled;
  }

  /** Returns the first class that a row may have a share of. */
  private static int first(Dataset rows, int row) {
    return rows.hasClasses() ? rows.label(row) : 0;
  }

  /** Returns the last class that a row may have a share of. */
  private static int last(Dataset rows, int row, int classes) {
    return rows.hasClasses() ? rows.label(row) : classes - 1;
  }

  /** Returns the share that such a class has in the target of a row. */
  private static double share(Dataset rows, int row, int label) {
    if (rows.hasClasses()) {
      return 1;
    }
    if (rows.targetWidth() == 1) {
      return label == 1 ? rows.target(row, 0) : 1 - rows.target(row, 0);
    }
    return rows.target(row, label);
  }
}
