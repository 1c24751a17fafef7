package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean F1: over the classes that occur, no and yes for a single answer; of several answers over
 * their yes.
 */
public final class MacroF1 implements Metric {
  private final boolean classes;
  private final List<ConfusionMatrix> matrices; // one for classes, [outputs] else

  /**
   * Starts with no rows.
   *
   * @throws IllegalArgumentException if the network's outputs are numbers
   */
  public MacroF1(NetworkDescription network) {
    OutputKind.ANSWERS.require(network, "F1");
    classes = network.outputsAreClasses();
    matrices =
        classes
            ? List.of(ConfusionMatrix.of(network, List.of()))
            : IntStream.range(0, network.outputs())
                .mapToObj(i -> new ConfusionMatrix(List.of("no", "yes")))
                .toList();
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    if (classes) {
      matrices.get(0).add(rows, row, logits, from);
      return;
    }
    for (int i = 0; i < matrices.size(); i++) {
      int actual = Scores.isYes(rows, row, i) ? 1 : 0;
      int answer = Scores.answersYes(logits[from + i]) ? 1 : 0;
      matrices.get(i).add(actual, answer, rows.weight(row));
    }
  }

  /** Returns the mean; NaN before the first row. */
  @Override
  public double value() {
    if (matrices.size() == 1) {
      return matrices.get(0).macro().f1();
    }
    return matrices.stream().mapToDouble(matrix -> matrix.f1(1)).average().orElse(Double.NaN);
  }

  @Override
  public Direction direction() {
    return Direction.RISES;
  }
}
