package dev.annette.runtime.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Where an array is farthest from what it should be.
 *
 * @param name what the array is: {@code hidden.weights}
 * @param position the place in the array, one index for each of its dimensions
 * @param actual the number at this place
 * @param expected the number that should stand there
 * @param magnitude the largest magnitude in the array of expected numbers, or in all arrays if all
 *     numbers in this one cancel
 * @param reference where the expected number comes from: {@code in double precision}
 */
public record GradientError(
    String name,
    List<Integer> position,
    double actual,
    double expected,
    double magnitude,
    String reference) {
  static final String DOUBLE = "in double precision";

  /**
   * Returns the largest error of an array of floats.
   *
   * @param shape the lengths of its dimensions
   * @param flat floats of all arrays, this one's from {@code from} on
   * @param magnitude what an error is relative to
   */
  static GradientError of(
      String name,
      List<Integer> shape,
      float[] flat,
      int from,
      double[] expected,
      double magnitude) {
    GradientError worst = null;
    for (int i = 0; i < expected.length; i++) {
      GradientError here =
          new GradientError(
              name, position(shape, i), flat[from + i], expected[i], magnitude, DOUBLE);
      if (worst == null || here.relative() > worst.relative()) {
        worst = here;
      }
    }
    return worst;
  }

  /** Returns the place of the element of a row-major array, one index for each dimension. */
  static List<Integer> position(List<Integer> shape, int index) {
    List<Integer> position = new ArrayList<>();
    int rest = index;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      position.add(rest % shape.get(axis));
      rest /= shape.get(axis);
    }
    Collections.reverse(position);
    return List.copyOf(position);
  }

  /** Returns the error relative to the largest magnitude; infinite if it is not a number. */
  public double relative() {
    double error = Math.abs(actual - expected);
    if (error == 0) {
      return 0;
    }
    double relative = error / magnitude;
    return Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
  }

  /** Returns place, both values and error in a line. */
  @Override
  public String toString() {
    return "%s%s is %s, but %s %s: off by %s of the largest magnitude, %s"
        .formatted(
            name,
            position.isEmpty() ? "" : position,
            actual,
            expected,
            reference,
            String.format(Locale.ROOT, "%.1e", relative()),
            magnitude);
  }
}
