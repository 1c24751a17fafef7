package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/** The numbers that a network gives. */
final class NumberAnswers implements Answers {
  private final List<String> names;
  private final List<WeightedMean> squares = new ArrayList<>();
  private final List<WeightedMean> distances = new ArrayList<>();
  private final RSquared explained;

  NumberAnswers(List<String> names) {
    this.names = names;
    this.explained = new RSquared(names.size());
    names.forEach(
        name -> {
          squares.add(new WeightedMean());
          distances.add(new WeightedMean());
        });
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    float weight = rows.weight(row);
    for (int i = 0; i < names.size(); i++) {
      double error = (double) logits[from + i] - rows.target(row, i);
      squares.get(i).add(error * error, weight);
      distances.get(i).add(Math.abs(error), weight);
    }
    explained.add(rows, row, logits, from);
  }

  @Override
  public NumberMeasures measures() {
    List<NumberScores> scores = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      scores.add(
          new NumberScores(
              names.get(i), squares.get(i).value(), distances.get(i).value(), explained.value(i)));
    }
    return new NumberMeasures(scores);
  }
}
