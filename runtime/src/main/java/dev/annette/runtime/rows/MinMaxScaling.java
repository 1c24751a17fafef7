package dev.annette.runtime.rows;

/**
 * The least number becomes {@code min}, the greatest {@code max}. A feature that never changes
 * becomes {@code min}.
 *
 * @param min finite
 * @param max above {@code min}, finite
 */
public record MinMaxScaling(double min, double max) implements FeatureScaling {
  @Override
  public Scale of(double[] values) {
    double least = values[0];
    double greatest = values[0];
    for (double value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    double range = greatest > least ? greatest - least : 1;
    double factor = (max - min) / range;
    return new Scale(least - min / factor, factor);
  }
}
