package dev.annette.examples.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Looks at every column of a table and says what it holds. */
final class Profiler {
  /** The most different texts that count as categories. */
  static final int CATEGORIES = 32;

  private static final Set<Set<String>> BOOLEANS =
      Set.of(Set.of("true", "false"), Set.of("yes", "no"), Set.of("1", "0"));

  private Profiler() {}

  /**
   * Returns a profile of each column, left to right.
   *
   * @throws WrongInputException if two columns have the same letters, or one has none
   */
  static List<ColumnProfile> profile(Table table) {
    List<String> names = JavaNames.components(table);
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      profiles.add(profile(table.header().get(i), names.get(i), table.column(i)));
    }
    return profiles;
  }

  private static ColumnProfile profile(String header, String name, List<String> cells) {
    List<String> present = cells.stream().filter(cell -> !cell.isBlank()).toList();
    List<String> values = new ArrayList<>(new TreeSet<>(present));
    int missing = cells.size() - present.size();
    if (values.size() < 2) {
      return useless(header, name, missing, "always the same");
    }
    if (isBoolean(values)) {
      return new ColumnProfile(header, name, ColumnKind.BOOLEAN, missing, values, "");
    }
    if (values.stream().allMatch(Profiler::isNumber)) {
      values.sort(Comparator.comparingDouble(Double::parseDouble));
      return counts(present)
          ? useless(header, name, missing, "counts the lines")
          : new ColumnProfile(header, name, ColumnKind.NUMBER, missing, values, range(values));
    }
    if (values.stream().allMatch(Profiler::isDate)) {
      return new ColumnProfile(header, name, ColumnKind.DATE, missing, values, range(values));
    }
    String different = values.size() + " different";
    if (values.size() <= CATEGORIES && values.size() <= Math.max(2, present.size() / 2)) {
      return new ColumnProfile(header, name, ColumnKind.CATEGORY, missing, values, different);
    }
    return values.size() > 0.8 * present.size()
        ? useless(header, name, missing, "nearly every line has a text of its own")
        : new ColumnProfile(header, name, ColumnKind.TEXT, missing, values, different);
  }

  private static ColumnProfile useless(String header, String name, int missing, String why) {
    return new ColumnProfile(header, name, ColumnKind.USELESS, missing, List.of(), why);
  }

  private static String range(List<String> sorted) {
    return sorted.get(0) + " to " + sorted.get(sorted.size() - 1);
  }

  private static boolean isBoolean(List<String> values) {
    Set<String> lower = new TreeSet<>();
    values.forEach(value -> lower.add(value.toLowerCase(Locale.ROOT)));
    return BOOLEANS.contains(lower);
  }

  static boolean isNumber(String text) {
    return text.chars().allMatch(c -> "0123456789.-+eE".indexOf(c) >= 0)
        && parses(text, t -> Double.isFinite(Double.parseDouble(t)));
  }

  private static boolean isDate(String text) {
    return parses(text, t -> LocalDate.parse(t) != null);
  }

  private static boolean parses(String text, Predicate<String> parse) {
    try {
      return parse.test(text);
    } catch (NumberFormatException | DateTimeParseException no) {
      return false;
    }
  }

  /** Returns whether the numbers go up by 1 from line to line. */
  private static boolean counts(List<String> numbers) {
    double first = Double.parseDouble(numbers.get(0));
    for (int i = 1; i < numbers.size(); i++) {
      if (Double.parseDouble(numbers.get(i)) != first + i) {
        return false;
      }
    }
    return numbers.size() > 2;
  }
}
