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
  public FeatureMeasure<Scale> measure() {
    return new Measure();
  }

  /** The least and the greatest number, in one pass. */
  private final class Measure implements FeatureMeasure<Scale> {
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    @Override
    public void add(float feature) {
      least = Math.min(least, feature);
      greatest = Math.max(greatest, feature);
    }

    @Override
    public boolean endPass() {
      return false;
    }

    @Override
    public Scale result() {
      double range = greatest > least ? greatest - least : 1;
      double factor = (max - min) / range;
      return new Scale(least - min / factor, factor);
    }
  }
}
