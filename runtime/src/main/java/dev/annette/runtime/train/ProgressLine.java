package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A line of limited length, from parts of which the less important are left out first. */
final class ProgressLine {
  /** So many penalties are named one by one. */
  private static final int NAMED_PENALTIES = 3;

  private final List<Part> parts = new ArrayList<>();
  private final int columns;

  ProgressLine(int columns) {
    this.columns = columns;
  }

  /**
   * A part of the line.
   *
   * @param rank 0 for what is always there; the larger, the sooner it is left out
   */
  private record Part(String text, int rank) {}

  /** Adds a part, two spaces behind those before unless it starts with one; none if it is empty. */
  ProgressLine add(String text, int rank) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, rank));
    }
    return this;
  }

  /** Returns the line. */
  String text() {
    List<Part> shown = new ArrayList<>(parts);
    String line = join(shown);
    while (line.length() > columns) {
      Part least = Collections.max(shown, Comparator.comparingInt(Part::rank));
      if (least.rank == 0) {
        return line.substring(0, columns - 3) + "...";
      }
      shown.remove(shown.lastIndexOf(least));
      line = join(shown);
    }
    return line;
  }

  private static String join(List<Part> parts) {
    StringBuilder line = new StringBuilder();
    for (Part part : parts) {
      line.append(line.isEmpty() || part.text.startsWith(" ") ? "" : "  ").append(part.text);
    }
    return line.toString();
  }

  /** Returns which epoch of how many. */
  static String epoch(int number, int epochs) {
    int digits = Integer.toString(epochs).length();
    return String.format(Locale.ROOT, "epoch %" + digits + "d/%d", number, epochs);
  }

  /** Returns the penalty, behind the loss that it is added to. */
  static String penalty(EpochRecord epoch) {
    return epoch.penalty() == 0 ? "" : " + penalty " + number(epoch.penalty());
  }

  /** Returns each penalty by itself: {@code (hidden.l2 0.0100, output.l2 0.0023)}. */
  static String penalties(EpochRecord epoch) {
    if (epoch.penalty() == 0 || epoch.penalties().size() > NAMED_PENALTIES) {
      return "";
    }
    if (epoch.penalties().size() == 1) {
      return " (" + ascii(shortName(epoch.penalties().firstKey())) + ")";
    }
    StringJoiner each = new StringJoiner(", ", " (", ")");
    epoch
        .penalties()
        .forEach((name, value) -> each.add(ascii(shortName(name)) + " " + number(value)));
    return each.toString();
  }

  /** Leaves out that a penalty acts on weights, as most do. */
  private static String shortName(String penalty) {
    return penalty.replace(".weights.", ".");
  }

  /** Returns the validation loss; nothing if there is none. */
  static String validation(String name, EpochRecord epoch) {
    return Double.isNaN(epoch.validationLoss()) ? "" : name + " " + number(epoch.validationLoss());
  }

  /** Returns a metric. */
  static String metric(String name, double value) {
    return String.format(Locale.ROOT, "%s %.3f", ascii(name), value);
  }

  /** Returns a loss or a penalty in at most 10 characters, unless it is below 0. */
  static String number(double value) {
    double size = Math.abs(value);
    boolean plain = size == 0 || size >= 1e-3 && size < 1e5;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }

  /** Returns how long an epoch took: {@code 8.4 ms}, {@code 840 ms}, {@code 8.4 s}. */
  static String time(long nanos) {
    double millis = nanos * 1e-6;
    if (millis < 9.95) {
      return String.format(Locale.ROOT, "%.1f ms", millis);
    }
    if (millis < 999.5) {
      return String.format(Locale.ROOT, "%.0f ms", millis);
    }
    return millis < 59_950
        ? String.format(Locale.ROOT, "%.1f s", millis * 1e-3)
        : clock(millis * 1e-3);
  }

  /** Returns a number of seconds as a clock shows it: {@code 0:41}, {@code 2:03:07}. */
  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /**
   * Returns the time left, by the pace so far.
   *
   * @param nanos the time of the updates made
   */
  static String left(long nanos, long steps, RunExtent run) {
    double seconds = nanos * 1e-9 / steps * (run.steps() - steps);
    return (run.mayEndEarly() ? "max " : "") + clock(seconds) + " left";
  }

  /** Returns the text in printable ASCII. */
  static String ascii(String text) {
    return text.replace("λ", "lambda").replaceAll("[^\\x20-\\x7e]", "?");
  }
}
