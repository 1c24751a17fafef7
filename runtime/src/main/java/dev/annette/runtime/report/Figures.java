package dev.annette.runtime.report;

import java.util.Locale;

/** Numbers as a reader wants them: few digits, no more than they are worth. */
final class Figures {
  private Figures() {}

  /** Returns a number with four significant digits; a dash where there is none. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "\u2013";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "\u221e" : "\u2212\u221e";
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e6) {
      return String.format(Locale.ROOT, "%.0f", value + 0.0);
    }
    if (size >= 1e6 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** Returns a mark on an axis, without zeros at its end. */
  static String mark(double value) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    if (size >= 1e5 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-").replace("e+0", "e");
    }
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /** Returns a share in percent, with a narrow space that no line breaks at. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f\u202f%%", 100 * share);
  }

  /** Returns a share in whole percent; what is not quite all, or not quite nothing, as that. */
  static String wholePercent(double share) {
    long rounded = Math.round(100 * share);
    boolean isAlmost = rounded == 100 && share < 1 || rounded == 0 && share > 0;
    return isAlmost ? percent(share) : rounded + "\u202f%";
  }

  /** Returns a count with narrow spaces between thousands. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
  }

  /** Returns a place in a drawing. */
  static String place(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
