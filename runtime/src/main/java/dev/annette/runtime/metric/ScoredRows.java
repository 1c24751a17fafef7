package dev.annette.runtime.metric;

import java.util.Arrays;

/**
 * Rows with a score, which should be high where the answer is yes. Rows of weight 0 are left out.
 */
final class ScoredRows {
  private float[] scores = new float[256];
  private boolean[] yes = new boolean[256];
  private float[] weights = new float[256];
  private int rows;

  /** Adds a row. */
  void add(float score, boolean isYes, float weight) {
    if (weight == 0) {
      return;
    }
    if (rows == scores.length) {
      scores = Arrays.copyOf(scores, 2 * rows);
      yes = Arrays.copyOf(yes, 2 * rows);
      weights = Arrays.copyOf(weights, 2 * rows);
    }
    scores[rows] = score;
    yes[rows] = isYes;
    weights[rows++] = weight;
  }

  /** Returns what lies at or above each score. */
  RankedRows ranked() {
    long[] order = new long[rows]; // falling score above, row below
    for (int row = 0; row < rows; row++) {
      order[row] = (long) ~rising(scores[row]) << 32 | row;
    }
    Arrays.sort(order);
    double[] distinct = new double[rows];
    double[] yesAbove = new double[rows];
    double[] noAbove = new double[rows];
    double yesSum = 0;
    double noSum = 0;
    int count = 0;
    for (int i = 0; i < rows; i++) {
      int row = (int) order[i];
      yesSum += yes[row] ? weights[row] : 0;
      noSum += yes[row] ? 0 : weights[row];
      boolean isNew = i == 0 || distinct[count - 1] != scores[row];
      count += isNew ? 1 : 0;
      distinct[count - 1] = scores[row];
      yesAbove[count - 1] = yesSum;
      noAbove[count - 1] = noSum;
    }
    return new RankedRows(
        Arrays.copyOf(distinct, count),
        Arrays.copyOf(yesAbove, count),
        Arrays.copyOf(noAbove, count));
  }

  /** Returns an int that rises with a float. */
  private static int rising(float value) {
    int bits = Float.floatToIntBits(value + 0f); // no -0
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }
}
