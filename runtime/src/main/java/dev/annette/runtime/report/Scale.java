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
  /** Numbers that span more than this factor are easier to tell apart by their factors. */
  static final double FACTOR = 30;

  private static final int MARKS = 5;

  /** Numbers beyond this are not drawn, and those nearer to 0 than its inverse are 0. */
  private static final double REACH = 1e300;

  /** The share of a step by which rounding may miss a mark. */
  private static final double SLACK = 1e-9;

  /**
   * Returns the axis of some numbers: in factors if all are above 0 and far apart. Those that are
   * not drawn do not count; without any it is that from 0 to 1.
   */
  static Scale of(List<Double> values) {
    double[] drawn =
        values.stream().mapToDouble(value -> value).filter(Scale::isDrawn).sorted().toArray();
    if (drawn.length == 0) {
      return linear(0, 1);
    }
    double low = drawn[0];
    double high = drawn[drawn.length - 1];
    return low > 0 && high / low > FACTOR ? logarithmic(low, high) : linear(low, high);
  }

  /** Returns the axis of heights above 0, which begins there. */
  static Scale fromZero(double high) {
    return linear(0, high > 0 && isDrawn(high) ? high : 1);
  }

  /** Returns the axis of counts, whose marks are whole. */
  static Scale counts(int most) {
    return most > MARKS ? fromZero(most) : steps(0, Math.max(1, most), 1);
  }

  /** Returns an axis of equal steps that begins and ends at two numbers, with marks between. */
  static Scale between(double low, double high) {
    Scale round = linear(low, high);
    if (low == high) {
      return new Scale(round.low, round.high, false, List.of(low));
    }
    double slack = (high - low) * SLACK;
    List<Double> inside =
        round.marks.stream().filter(mark -> mark >= low - slack && mark <= high + slack).toList();
    return new Scale(low, high, false, inside);
  }

  /** Returns the axis of epochs, whose marks are whole, with the first and the last among them. */
  static Scale epochs(int first, int last) {
    if (first == last) {
      return new Scale(first - 1, last + 1, false, List.of((double) first));
    }
    double step = Math.max(1, roundStep((double) (last - first) / MARKS));
    List<Double> marks = new ArrayList<>(List.of((double) first));
    for (double mark = Math.ceil((first + step / 2) / step) * step;
        mark <= last - step / 2;
        mark += step) {
      marks.add(mark);
    }
    marks.add((double) last);
    return new Scale(first, last, false, List.copyOf(marks));
  }

  /** Returns an axis of equal steps that begins and ends at a mark. */
  static Scale linear(double low, double high) {
    double span = high - low;
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (largest < 1 / REACH) {
      return linear(0, 1);
    }
    if (span <= largest * SLACK) {
      return linear(low - largest / 2, high + largest / 2);
    }
    return steps(low, high, roundStep(span / MARKS));
  }

  private static Scale steps(double low, double high, double step) {
    long first = (long) Math.floor(low / step + SLACK);
    long last = (long) Math.ceil(high / step - SLACK);
    List<Double> marks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      marks.add(i * step);
    }
    return new Scale(first * step, last * step, false, List.copyOf(marks));
  }

  /** Returns an axis of equal factors that has at least two marks. */
  static Scale logarithmic(double low, double high) {
    int first = (int) Math.floor(Math.log10(low) + SLACK);
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - SLACK));
    int every = Math.max(1, (int) Math.ceil((last - first) / (double) MARKS));
    List<Double> marks = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      marks.add(Math.pow(10, power));
      if (last - first <= 2 && power < last) {
        marks.add(3 * Math.pow(10, power));
      }
    }
    double end = Math.pow(10, last);
    double reach = 3 * Math.pow(10, last - 1);
    boolean isShort = last - first <= 2 && high <= reach && marks.size() > 2;
    List<Double> shown =
        isShort ? marks.stream().filter(mark -> mark <= reach * (1 + SLACK)).toList() : marks;
    return new Scale(Math.pow(10, first), isShort ? reach : end, true, List.copyOf(shown));
  }

  /** Returns whether a number is finite and has a place on an axis. */
  static boolean isDrawn(double value) {
    return Math.abs(value) <= REACH;
  }

  /** Returns the share of the length at which a number is; NaN for one that has no place. */
  double at(double value) {
    if (!isDrawn(value) || isLogarithmic && value <= 0) {
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
      if (digit * power >= least * (1 - SLACK)) {
        return digit * power;
      }
    }
    return 10 * power;
  }
}
