package dev.annette.runtime.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: which part of its length a number is at, and where its marks are.
 *
 * @param low the number at its start
 * @param high the number at its end
 * @param isLogarithmic whether equal lengths are equal factors
 * @param marks round numbers on it, rising
 */
record Scale(double low, double high, boolean isLogarithmic, List<Double> marks) {

  /** A range that spans more than this factor is easier to read in factors. */
  private static final double FACTOR = 100;

  private static final int MARKS = 5;

  /** Numbers beyond this are not drawn, and those nearer to 0 than its inverse are 0. */
  private static final double REACH = 1e300;

  /** Returns the axis of some numbers: in factors if all are above 0 and far apart. */
  static Scale of(List<Double> values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (isDrawn(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return linear(0, 1);
    }
    return low > 0 && high / low > FACTOR ? logarithmic(low, high) : linear(low, high);
  }

  /** Returns an axis of whole numbers that begins and ends at two of them. */
  static Scale counts(int first, int last) {
    if (first == last) {
      return new Scale(first - 0.5, first + 0.5, false, List.of((double) first));
    }
    double step = Math.max(1, roundStep((last - (double) first) / MARKS));
    List<Double> marks = new ArrayList<>();
    for (double mark = Math.ceil(first / step) * step; mark <= last; mark += step) {
      marks.add(mark);
    }
    return new Scale(first, last, false, List.copyOf(marks));
  }

  /** Returns an axis of equal steps that begins and ends at a mark. */
  static Scale linear(double low, double high) {
    double span = high - low;
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (largest < 1 / REACH) {
      return linear(0, 1);
    }
    if (span <= largest * 1e-9) {
      return linear(low - largest / 2, high + largest / 2);
    }
    double step = roundStep(span / MARKS);
    long first = (long) Math.floor(low / step + 1e-9);
    long last = (long) Math.ceil(high / step - 1e-9);
    List<Double> marks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      marks.add(i * step);
    }
    return new Scale(first * step, last * step, false, List.copyOf(marks));
  }

  /** Returns an axis of equal factors between two powers of ten. */
  static Scale logarithmic(double low, double high) {
    int first = (int) Math.floor(Math.log10(low) + 1e-9);
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
    int every = Math.max(1, (last - first) / MARKS);
    List<Double> marks = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      marks.add(Math.pow(10, power));
    }
    return new Scale(Math.pow(10, first), Math.pow(10, last), true, List.copyOf(marks));
  }

  /** Returns whether a number is finite and has a place on an axis. */
  static boolean isDrawn(double value) {
    return Math.abs(value) <= REACH;
  }

  /** Returns the share of the length at which a number is; NaN for one that is not drawn. */
  double at(double value) {
    if (!isDrawn(value)) {
      return Double.NaN;
    }
    return isLogarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** Returns 1, 2 or 5 times a power of ten, at least a number. */
  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double digit : new double[] {1, 2, 5}) {
      if (digit * power >= least * (1 - 1e-9)) {
        return digit * power;
      }
    }
    return 10 * power;
  }
}
