package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import java.util.List;

/** The answers of one output for yes or no, as those of two classes with logits 0 and z. */
final class YesNoAnswers implements Answers {
  private final int output;
  private final ClassTally tally = new ClassTally(List.of("no", "yes"), true);
  private final float[] pair = new float[2];
  private final double[] targets = new double[2];

  YesNoAnswers(int output) {
    this.output = output;
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    pair[1] = logits[from + output];
    targets[1] = rows.target(row, output);
    targets[0] = 1 - targets[1];
    int actual = Scores.isYes(rows, row, output) ? 1 : 0;
    int answer = Scores.answersYes(pair[1]) ? 1 : 0;
    tally.add(pair, 0, targets, actual, answer, rows.weight(row));
  }

  @Override
  public ClassMeasures measures() {
    return tally.measures();
  }
}
