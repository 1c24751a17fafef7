package dev.annette.runtime.model;

/** From the scores of one row to an answer. */
public final class Decision {
  private Decision() {}

  /** Returns the index of the largest score, the first of equals. */
  public static int argMax(float[] scores) {
    return argMax(scores, 0, scores.length);
  }

  /** Returns which of the {@code count} scores from a place on is the largest, from 0. */
  public static int argMax(float[] scores, int at, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (scores[at + i] > scores[at + best]) {
        best = i;
      }
    }
    return best;
  }

  /** Returns for each logit whether it stands for a probability of at least one half. */
  public static boolean[] positive(float[] logits) {
    boolean[] answers = new boolean[logits.length];
    for (int i = 0; i < logits.length; i++) {
      answers[i] = logits[i] >= 0;
    }
    return answers;
  }
}
