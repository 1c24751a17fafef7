package dev.annette.runtime.rows;

/** {@code y = ln(1 + x)}. */
public final class Log1p {
  private Log1p() {}

  /**
   * Returns the logarithm of one more than a number.
   *
   * @throws ColumnValueException if the number is not above −1
   */
  public static double apply(String column, double value) {
    if (!(value > -1)) {
      throw new ColumnValueException(
          column, "is " + value + "; @Log1p takes ln(1 + x), so x must be above -1");
    }
    return StrictMath.log1p(value);
  }
}
