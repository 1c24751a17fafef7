package dev.annette.runtime.metric;

import dev.annette.runtime.text.TextColumns;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well a network gives numbers. Means over several outputs count each the same.
 *
 * @param outputs how well each output does
 */
public record NumberMeasures(List<NumberScores> outputs) implements Measures {

  /** Copies the list. */
  public NumberMeasures {
    outputs = List.copyOf(outputs);
  }

  /** Returns the mean squared error. */
  public double mse() {
    return mean(NumberScores::mse);
  }

  /** Returns the mean absolute error. */
  public double mae() {
    return mean(NumberScores::mae);
  }

  /** Returns the root of the mean squared error: the mean of the roots of several outputs. */
  public double rmse() {
    return mean(NumberScores::rmse);
  }

  /** Returns the share of the variance that is explained. */
  public double r2() {
    return mean(NumberScores::r2);
  }

  private double mean(ToDoubleFunction<NumberScores> score) {
    return outputs.stream().mapToDouble(score).average().orElse(Double.NaN);
  }

  /** Returns a table. */
  @Override
  public String toString() {
    TextColumns table = new TextColumns("output", "r2", "rmse", "mae", "mse");
    outputs.forEach(one -> add(table, one.output(), one.r2(), one.rmse(), one.mae(), one.mse()));
    if (outputs.size() > 1) {
      add(table, "mean", r2(), rmse(), mae(), mse());
    }
    return table.toString();
  }

  private static void add(
      TextColumns table, String name, double r2, double rmse, double mae, double mse) {
    table.add(
        name, Rounded.number(r2), Rounded.number(rmse), Rounded.number(mae), Rounded.number(mse));
  }
}
