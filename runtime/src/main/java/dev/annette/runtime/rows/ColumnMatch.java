package dev.annette.runtime.rows;

import dev.annette.runtime.data.RowFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which column of a table is which of a row: the one of the same name, or else of the same letters,
 * whatever their case and what is between them ({@code sepalLength}, {@code Sepal length}).
 */
public final class ColumnMatch {
  private ColumnMatch() {}

  /**
   * Returns the places of columns by their names.
   *
   * @param wanted the columns of the row's type
   * @param found the columns of the table
   * @param source what messages call the table
   * @throws RowFormatException naming a column that is missing or there twice
   */
  public static Map<String, Integer> of(List<String> wanted, List<String> found, String source)
      throws RowFormatException {
    Map<String, Integer> places = present(wanted, found, source);
    for (String column : wanted) {
      if (!places.containsKey(column)) {
        throw new RowFormatException(
            "%s: no column is named \"%s\"; columns here: %s"
                .formatted(source, column, String.join(", ", found)));
      }
    }
    return places;
  }

  /**
   * Returns the places of those columns that the table has.
   *
   * @throws RowFormatException naming a column that is there twice
   */
  public static Map<String, Integer> present(List<String> wanted, List<String> found, String source)
      throws RowFormatException {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String column : wanted) {
      int place = place(column, found, source);
      if (place >= 0) {
        places.put(column, place);
      }
    }
    return places;
  }

  private static int place(String column, List<String> found, String source)
      throws RowFormatException {
    int place = found.indexOf(column);
    if (place >= 0) {
      require(found.lastIndexOf(column) == place, column, found.get(place), source);
      return place;
    }
    for (int i = 0; i < found.size(); i++) {
      if (letters(found.get(i)).equals(letters(column))) {
        require(place < 0, column, found.get(i), source);
        place = i;
      }
    }
    return place;
  }

  private static void require(boolean once, String column, String found, String source)
      throws RowFormatException {
    if (!once) {
      throw new RowFormatException(
          "%s: two columns could be \"%s\", the second is \"%s\"".formatted(source, column, found));
    }
  }

  /** Returns what a name in Java can have of a text, without case: not the 2 of square metres. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}\\p{Nl}]", "");
  }
}
