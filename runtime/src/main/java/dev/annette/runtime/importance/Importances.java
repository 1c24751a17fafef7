package dev.annette.runtime.importance;

import dev.annette.runtime.text.TextColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How much a model goes by each of its features or columns.
 *
 * @param metric what was measured
 * @param baseline the metric of the rows as they are
 * @param list an importance for each, in the order of the rows
 */
public record Importances(String metric, double baseline, List<Importance> list) {

  /** Copies the list. */
  public Importances {
    list = List.copyOf(list);
  }

  /** Returns the importances, the largest mean first; of equals the first. */
  public List<Importance> sorted() {
    return list.stream().sorted(Comparator.comparingDouble(Importance::mean).reversed()).toList();
  }

  /**
   * Returns the importance of a feature or column.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Importance of(String name) {
    return list.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no %s; there are %s"
                        .formatted(
                            name,
                            String.join(", ", list.stream().map(Importance::name).toList()))));
  }

  /** Returns a table, the most important first. */
  @Override
  public String toString() {
    TextColumns table = new TextColumns("", "importance", "deviation");
    for (Importance one : sorted()) {
      table.add(one.name(), rounded(one.mean()), rounded(one.standardDeviation()));
    }
    return "how much worse than %s the %s is with permuted values\n\n%s"
        .formatted(rounded(baseline), metric, table);
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
