package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;

/** Which class a row of scores, or a row of a dataset, stands for. */
final class Scores {
  private Scores() {}

  /** Returns the class with the largest score, the first of equal ones. */
  static int largest(float[] scores, int from, int classes) {
    int largest = 0;
    for (int i = 1; i < classes; i++) {
      if (scores[from + i] > scores[from + largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** Returns how many classes come before one by their scores, the first of equal ones first. */
  static int place(float[] scores, int from, int classes, int label) {
    int before = 0;
    for (int i = 0; i < classes; i++) {
      float score = scores[from + i];
      float own = scores[from + label];
      before += score > own || score == own && i < label ? 1 : 0;
    }
    return before;
  }

  /** Returns {@code log Σ exp z}, computed below the largest so that nothing overflows. */
  static double logSumExp(float[] logits, int from, int outputs) {
    double largest = logits[from + largest(logits, from, outputs)];
    double sum = 0;
    for (int i = 0; i < outputs; i++) {
      sum += Math.exp(logits[from + i] - largest);
    }
    return largest + Math.log(sum);
  }

  /**
   * Returns whether a logit stands for yes: a probability of at least one half, as models answer.
   */
  static boolean answersYes(float logit) {
    return logit >= 0;
  }

  /** Returns whether an output should be yes. */
  static boolean isYes(Dataset rows, int row, int output) {
    return rows.target(row, output) > 0.5f;
  }

  /** Returns the class of a row: its label, or the one with the largest share of a soft label. */
  static int actual(Dataset rows, int row) {
    if (rows.hasClasses()) {
      return rows.label(row);
    }
    int largest = 0;
    for (int i = 1; i < rows.targetWidth(); i++) {
      if (rows.target(row, i) > rows.target(row, largest)) {
        largest = i;
      }
    }
    return largest;
  }

  /** Returns the number an output should be: for class labels 1 for the class and 0 for others. */
  static double target(Dataset rows, int row, int output) {
    if (rows.hasClasses()) {
      return rows.label(row) == output ? 1 : 0;
    }
    return rows.target(row, output);
  }
}
