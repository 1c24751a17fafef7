package dev.annette.runtime.rows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The cells of one line of a table, by column. A cell is missing where it is null, a blank text or
 * NaN; all but {@link #isMissing} refuse that. Blanks around a text do not count.
 */
public abstract class Cells {
  /** Creates the cells of a source. */
  protected Cells() {}

  /**
   * Returns what the source has in a column: a text, number, boolean, date, or null.
   *
   * @param column a column of the row's type
   */
  protected abstract Object cell(String column);

  /** Returns whether a column is one that these cells leave out, so that nothing stands for it. */
  public boolean leavesOut(String column) {
    return false;
  }

  /** Returns whether a column has no value. */
  public final boolean isMissing(String column) {
    Object cell = cell(column);
    return Missing.is(cell) || cell instanceof String text && text.isBlank();
  }

  /** Returns a number, the nearest float to what is written. */
  public final float floatValue(String column) {
    float value = Numbers.feature(column, doubleValue(column));
    Object cell = cell(column);
    return cell instanceof Number ? value : Float.parseFloat(cell.toString().strip());
  }

  /** Returns a number. */
  public final double doubleValue(String column) {
    Object cell = require(column);
    if (cell instanceof Number number) {
      return Numbers.value(column, number);
    }
    String text = cell.toString().strip();
    if (isDecimal(text)) {
      try {
        return Numbers.value(column, Double.parseDouble(text));
      } catch (NumberFormatException e) {
        throw wrong(column, cell, "is not a number");
      }
    }
    throw wrong(column, cell, "is not a number");
  }

  /** Returns a whole number. */
  public final int intValue(String column) {
    return (int) whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Returns a whole number. */
  public final long longValue(String column) {
    return whole(column, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Returns a whole number. */
  public final short shortValue(String column) {
    return (short) whole(column, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Returns a whole number. */
  public final byte byteValue(String column) {
    return (byte) whole(column, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /**
   * Returns whether a cell is {@code true}, {@code yes} or 1, rather than the opposite of these.
   */
  public final boolean booleanValue(String column) {
    Object cell = require(column);
    return switch (cell.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> throw wrong(column, cell, "is not true or false, yes or no, 1 or 0");
    };
  }

  /** Returns a text without the blanks around it. */
  public final String text(String column) {
    return require(column).toString().strip();
  }

  /** Returns a text that is one of these. */
  public final String category(String column, List<String> categories) {
    String text = text(column);
    if (categories.contains(text)) {
      return text;
    }
    throw wrong(column, text, "is none of " + String.join(", ", categories));
  }

  /** Returns a constant by its name, whatever its case; blanks and dashes stand for underscores. */
  public final <E extends Enum<E>> E constant(String column, E[] constants) {
    Object cell = require(column);
    String name = name(cell.toString());
    for (E constant : constants) {
      if (name(constant.name()).equals(name)) {
        return constant;
      }
    }
    throw wrong(
        column,
        cell,
        "is none of " + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")));
  }

  /** Returns a day, written as in ISO 8601: {@code 2024-02-29}; a moment must be midnight. */
  public final LocalDate date(String column) {
    Object cell = require(column);
    if (cell instanceof LocalDate day) {
      return day;
    }
    if (cell instanceof LocalDateTime moment && moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return moment.toLocalDate();
    }
    try {
      return LocalDate.parse(cell.toString().strip());
    } catch (DateTimeException e) {
      throw wrong(column, cell, "is not a day such as 2024-02-29");
    }
  }

  /** Returns a moment, written as in ISO 8601: {@code 2024-02-29T13:30}; a day is its midnight. */
  public final LocalDateTime dateTime(String column) {
    Object cell = require(column);
    if (cell instanceof LocalDateTime moment) {
      return moment;
    }
    if (cell instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    try {
      return LocalDateTime.parse(cell.toString().strip().replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw wrong(column, cell, "is not a moment such as 2024-02-29T13:30");
    }
  }

  private long whole(String column, long low, long high) {
    Object cell = require(column);
    String text = cell instanceof Number number ? plain(number) : cell.toString().strip();
    try {
      long value = Long.parseLong(text);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(column, cell, "is not a whole number from " + low + " to " + high);
    }
    throw wrong(column, cell, "is not a whole number from " + low + " to " + high);
  }

  private static String plain(Number number) {
    double value = number.doubleValue();
    boolean isWhole =
        !(number instanceof Long) && value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole ? Long.toString((long) value) : number.toString();
  }

  private Object require(String column) {
    if (isMissing(column)) {
      throw ColumnValueException.missing(column);
    }
    return cell(column);
  }

  /** Returns whether there are no letters but an exponent's: no NaN, no hexadecimal, no suffix. */
  private static boolean isDecimal(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> "0123456789.-+eE".indexOf(c) >= 0);
  }

  private static String name(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
  }

  private static ColumnValueException wrong(String column, Object cell, String rule) {
    return new ColumnValueException(column, "holds \"" + cell + "\", which " + rule);
  }
}
