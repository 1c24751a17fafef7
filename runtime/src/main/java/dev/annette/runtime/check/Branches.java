package dev.annette.runtime.check;

/**
 * The choice of a side at the kinks of a function.
 *
 * <p>Rounding can put a value on the other side of a kink in float than in double, and derivatives
 * differ there by more than rounding. A value near a kink therefore moves to the side where the
 * replayed run saw it. Near means within {@link #REACH}: a run that is farther off is wrong, and
 * must not have its mistake repeated.
 */
final class Branches {
  /** How far from a kink a value may move, relative to the largest magnitude beside it. */
  static final double REACH = 1e-4;

  private Branches() {}

  /**
   * Returns the values, those near a kink on the side that the run took.
   *
   * @param values in double
   * @param scale the largest magnitude that the values were computed from
   * @param kinks where the function has kinks
   * @param recorded the run's values, of the same length; NaN where they are not known
   * @param recordedKinks where the kinks are among the recorded values
   */
  static double[] follow(
      double[] values, double scale, double[] kinks, float[] recorded, double[] recordedKinks) {
    double[] followed = values.clone();
    for (int i = 0; i < values.length; i++) {
      int nearest = nearest(kinks, values[i]);
      if (Math.abs(values[i] - kinks[nearest]) <= REACH * scale) {
        float kink = (float) recordedKinks[nearest];
        followed[i] = onSide(values[i], kinks[nearest], recorded[i], kink);
      }
    }
    return followed;
  }

  private static double onSide(double value, double kink, float recorded, float recordedKink) {
    if (recorded > recordedKink) {
      return Math.max(value, Math.nextUp(kink));
    }
    if (recorded < recordedKink) {
      return Math.min(value, Math.nextDown(kink));
    }
    return recorded == recordedKink ? kink : value;
  }

  private static int nearest(double[] kinks, double value) {
    int nearest = 0;
    for (int k = 1; k < kinks.length; k++) {
      if (Math.abs(value - kinks[k]) < Math.abs(value - kinks[nearest])) {
        nearest = k;
      }
    }
    return nearest;
  }
}
