package dev.annette.runtime.rows;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Whether the value of a column is missing: null, empty or NaN. */
public final class Missing {
  private Missing() {}

  /** Returns whether a number is missing. */
  public static boolean is(double value) {
    return Double.isNaN(value);
  }

  /** Returns whether a value is missing. */
  public static boolean is(Object value) {
    return value == null || value instanceof Number number && Double.isNaN(number.doubleValue());
  }

  /** Returns the value, or null. */
  public static <T> T orNull(Optional<T> value) {
    return value == null || value.isEmpty() ? null : value.get();
  }

  /** Returns the value, or null. */
  public static Double orNull(OptionalDouble value) {
    return value == null || value.isEmpty() ? null : Double.valueOf(value.getAsDouble());
  }

  /** Returns the value, or null. */
  public static Integer orNull(OptionalInt value) {
    return value == null || value.isEmpty() ? null : Integer.valueOf(value.getAsInt());
  }

  /** Returns the value, or null. */
  public static Long orNull(OptionalLong value) {
    return value == null || value.isEmpty() ? null : Long.valueOf(value.getAsLong());
  }

  /** Writes the features of a missing value: zeros, and a 1 behind them. */
  public static void encode(int count, float[] features, int at) {
    OneHot.write(count, count + 1, features, at);
  }
}
