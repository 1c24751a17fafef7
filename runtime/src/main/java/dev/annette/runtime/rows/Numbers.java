package dev.annette.runtime.rows;

/** Numbers and booleans as they are: one feature or target each. */
public final class Numbers {
  private Numbers() {}

  /**
   * Returns a number that is there and finite.
   *
   * @throws ColumnValueException if it is not
   */
  public static double value(String column, double value) {
    if (Double.isNaN(value)) {
      throw ColumnValueException.missing(column);
    }
    if (Double.isInfinite(value)) {
      throw new ColumnValueException(column, "is " + value + "; a number must be finite");
    }
    return value;
  }

  /**
   * Returns a number that is there and finite.
   *
   * @param value may be null, which is an error
   * @throws ColumnValueException if it is not
   */
  public static double value(String column, Number value) {
    if (value == null) {
      throw ColumnValueException.missing(column);
    }
    return value(column, value.doubleValue());
  }

  /**
   * Returns a number as a feature.
   *
   * @throws ColumnValueException if it is missing, not finite, or larger than a float can be
   */
  public static float feature(String column, double value) {
    float feature = (float) value(column, value);
    if (Float.isInfinite(feature)) {
      throw new ColumnValueException(
          column, "is " + value + ", more than a float can hold; give it in a larger unit");
    }
    return feature;
  }

  /**
   * Returns a number as a feature.
   *
   * @param value may be null, which is an error
   * @throws ColumnValueException if it is missing, not finite, or larger than a float can be
   */
  public static float feature(String column, Number value) {
    return feature(column, value(column, value));
  }

  /** Returns 1 for yes and 0 for no. */
  public static float feature(String column, boolean value) {
    return value ? 1 : 0;
  }

  /**
   * Returns 1 for yes and 0 for no.
   *
   * @param value may be null, which is an error
   * @throws ColumnValueException if it is missing
   */
  public static float feature(String column, Boolean value) {
    if (value == null) {
      throw ColumnValueException.missing(column);
    }
    return feature(column, value.booleanValue());
  }

  /**
   * Returns what a row counts.
   *
   * @throws ColumnValueException if it is not at least 0 and finite
   */
  public static float weight(String column, double value) {
    float weight = feature(column, value);
    if (weight < 0) {
      throw new ColumnValueException(column, "is " + value + "; a weight must be at least 0");
    }
    return weight;
  }
}
