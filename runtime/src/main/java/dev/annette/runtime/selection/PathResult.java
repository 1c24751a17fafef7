package dev.annette.runtime.selection;

import dev.annette.runtime.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a {@link RegularizationPath}.
 *
 * @param points the strengths, strongest first
 * @param <M> the model
 */
public record PathResult<M extends NetworkModel>(List<PathPoint<M>> points) {

  /** Copies the list. */
  public PathResult {
    points = List.copyOf(points);
  }

  /** Returns the point with the smallest mean validation loss; of equal ones the strongest. */
  public PathPoint<M> best() {
    return points.get(bestIndex());
  }

  private int bestIndex() {
    int best = 0;
    for (int i = 1; i < points.size(); i++) {
      best = loss(i).mean() < loss(best).mean() ? i : best;
    }
    return best;
  }

  /**
   * Returns the strongest point whose mean validation loss is within one standard error of the
   * {@link #best} one's (Breiman et al. 1984): the simplest network that the folds cannot tell from
   * the best. With a single fold there is no standard error, and it is the best one.
   */
  public PathPoint<M> oneStandardError() {
    return points.get(oneStandardErrorIndex());
  }

  private int oneStandardErrorIndex() {
    int best = bestIndex();
    double limit = loss(best).mean() + loss(best).standardError();
    int strongest = 0;
    while (strongest < best && !(loss(strongest).mean() <= limit)) {
      strongest++;
    }
    return strongest;
  }

  private Estimate loss(int point) {
    return points.get(point).validationLoss();
  }

  /** Returns a table with a line per strength, on which the two choices are marked. */
  @Override
  public String toString() {
    return table().text();
  }

  /** Returns the strengths as comma-separated values with a header line. */
  public String toCsv() {
    return table().csv();
  }

  private TextTable table() {
    List<String> header =
        new ArrayList<>(List.of("lambda", "effective", "training_loss", "validation_loss"));
    points.get(0).nonZero().keySet().forEach(layer -> header.add("nonzero_" + layer));
    header.add("choice");
    TextTable table = new TextTable(header);
    for (int i = 0; i < points.size(); i++) {
      PathPoint<M> point = points.get(i);
      List<Object> cells = new ArrayList<>();
      cells.add(point.lambda());
      cells.add(point.effective());
      cells.add(point.trainingLoss());
      cells.add(point.validationLoss());
      cells.addAll(point.nonZero().values());
      String best = i == bestIndex() ? "best" : "";
      cells.add(i == oneStandardErrorIndex() ? (best + " one standard error").strip() : best);
      table.add(cells);
    }
    return table;
  }
}
