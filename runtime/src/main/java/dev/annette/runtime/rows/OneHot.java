package dev.annette.runtime.rows;

import java.util.Arrays;
import java.util.List;

/** A feature for each category: 1 for the one at hand, 0 for the others. */
public final class OneHot {
  private OneHot() {}

  /**
   * Writes the features of a category.
   *
   * @param categories the names of all constants of the enum, in order
   * @param features written from {@code at} on, one for each category
   * @throws ColumnValueException if the constant is missing
   */
  public static void encode(
      String column, Enum<?> value, List<String> categories, float[] features, int at) {
    write(index(column, value, categories), categories.size(), features, at);
  }

  /**
   * Writes the features of a category.
   *
   * @param features written from {@code at} on, one for each category
   * @throws ColumnValueException if the text is missing or none of the categories
   */
  public static void encode(
      String column, String value, List<String> categories, float[] features, int at) {
    write(index(column, value, categories), categories.size(), features, at);
  }

  /**
   * Returns the index of a category.
   *
   * @param categories the names of all constants of the enum, in order
   * @throws ColumnValueException if the constant is missing
   */
  public static int index(String column, Enum<?> value, List<String> categories) {
    if (value == null) {
      throw ColumnValueException.missing(column);
    }
    return value.ordinal();
  }

  /**
   * Returns the index of a category.
   *
   * @throws ColumnValueException if the text is missing or none of the categories
   */
  public static int index(String column, String value, List<String> categories) {
    if (value == null) {
      throw ColumnValueException.missing(column);
    }
    int index = categories.indexOf(value);
    if (index < 0) {
      throw new ColumnValueException(
          column, "is \"" + value + "\"; its categories are " + String.join(", ", categories));
    }
    return index;
  }

  /**
   * Returns the names of the constants of an enum, in order.
   *
   * @param count how many there were when the network was compiled
   * @throws IllegalStateException if there are more or fewer now
   */
  public static List<String> categories(Enum<?>[] constants, int count) {
    List<String> names = Arrays.stream(constants).map(Enum::name).toList();
    if (names.size() != count) {
      throw new IllegalStateException(
          "the network was compiled when there were %d constants; now they are %s; compile it again"
              .formatted(count, String.join(", ", names)));
    }
    return names;
  }

  /** Returns the names of the features: {@code sex=FEMALE}. */
  public static List<String> names(String column, List<String> categories) {
    return categories.stream().map(category -> column + "=" + category).toList();
  }

  /** Writes a 1 among zeros. */
  static void write(int index, int count, float[] features, int at) {
    for (int i = 0; i < count; i++) {
      features[at + i] = i == index ? 1 : 0;
    }
  }
}
