package dev.annette.runtime.selection;

import java.util.List;
import java.util.Locale;

/**
 * A number that was measured several times.
 *
 * @param values the measurements, one per fold
 */
public record Estimate(List<Double> values) {

  /** Copies the measurements. */
  public Estimate {
    values = List.copyOf(values);
  }

  /** Returns the mean; NaN if nothing was measured. */
  public double mean() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  /**
   * Returns the standard error of the mean, {@code √(Σ(x − mean)² / (n − 1) / n)}; NaN for fewer
   * than two measurements. Folds share training rows, so it is too small rather than too large.
   */
  public double standardError() {
    double mean = mean();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    int n = values.size();
    return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
  }

  /** Returns {@code mean ± standard error}, or the mean alone. */
  @Override
  public String toString() {
    return values.size() < 2 ? rounded(mean()) : rounded(mean()) + " ± " + rounded(standardError());
  }

  /** Returns a number with four digits. */
  static String rounded(double value) {
    return String.format(Locale.ROOT, value == 0 ? "%.0f" : "%.4g", value);
  }
}
