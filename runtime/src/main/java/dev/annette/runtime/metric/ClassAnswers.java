package dev.annette.runtime.metric;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;

/** The answers of a network with an output per class. */
final class ClassAnswers implements Answers {
  private final ClassTally tally;
  private final double[] targets; // [classes]

  ClassAnswers(NetworkDescription network, List<String> names) {
    this.tally =
        new ClassTally(OutputNames.ofClasses(network, names), network.loss() == Loss.CROSS_ENTROPY);
    this.targets = new double[network.outputs()];
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Scores.target(rows, row, i);
    }
    int answer = Scores.largest(logits, from, targets.length);
    tally.add(logits, from, targets, Scores.actual(rows, row), answer, rows.weight(row));
  }

  @Override
  public ClassMeasures measures() {
    return tally.measures();
  }
}
