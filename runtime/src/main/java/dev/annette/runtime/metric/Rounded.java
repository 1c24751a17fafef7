package dev.annette.runtime.metric;

import java.util.Locale;

/** Numbers as tables show them. */
final class Rounded {
  private Rounded() {}

  /** Returns a sum of weights: without decimals if it has none. */
  static String count(double count) {
    String format = count == Math.rint(count) ? "%.0f" : "%.2f";
    return String.format(Locale.ROOT, format, count);
  }

  /** Returns a number from 0 to 1 with three decimals; a dash for one that does not exist. */
  static String share(double share) {
    return decimals("%.3f", share);
  }

  /** Returns a number with four decimals; a dash for one that does not exist. */
  static String four(double number) {
    return decimals("%.4f", number);
  }

  private static String decimals(String format, double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number);
  }

  /** Returns a number with four digits; a dash for one that does not exist. */
  static String number(double number) {
    if (Double.isNaN(number)) {
      return "-";
    }
    return String.format(Locale.ROOT, number == 0 ? "%.0f" : "%.4g", number);
  }
}
