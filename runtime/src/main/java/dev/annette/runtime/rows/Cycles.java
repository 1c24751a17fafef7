package dev.annette.runtime.rows;

import dev.annette.Cycle;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sine and cosine of where a moment stands in cycles. */
public final class Cycles {
  private Cycles() {}

  /**
   * Writes the features of a day.
   *
   * @param features written from {@code at} on, two for each cycle
   * @throws ColumnValueException if the day is missing
   */
  public static void encode(
      String column, LocalDate value, List<Cycle> cycles, float[] features, int at) {
    encode(column, value == null ? null : value.atStartOfDay(), cycles, features, at);
  }

  /**
   * Writes the features of a moment.
   *
   * @param features written from {@code at} on, two for each cycle
   * @throws ColumnValueException if the moment is missing
   */
  public static void encode(
      String column, LocalDateTime value, List<Cycle> cycles, float[] features, int at) {
    if (value == null) {
      throw ColumnValueException.missing(column);
    }
    for (int i = 0; i < cycles.size(); i++) {
      double angle = 2 * Math.PI * cycles.get(i).share(value);
      features[at + 2 * i] = (float) StrictMath.sin(angle);
      features[at + 2 * i + 1] = (float) StrictMath.cos(angle);
    }
  }

  /** Returns the names of the features: {@code day sin day_of_week}. */
  public static List<String> names(String column, List<Cycle> cycles) {
    List<String> names = new ArrayList<>();
    for (Cycle cycle : cycles) {
      names.add(column + " sin " + cycle.name().toLowerCase(Locale.ROOT));
      names.add(column + " cos " + cycle.name().toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
