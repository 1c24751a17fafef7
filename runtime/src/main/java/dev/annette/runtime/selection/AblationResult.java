package dev.annette.runtime.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What came of an {@link Ablation}.
 *
 * @param factors what was left out or not: {@code dropout of hidden}
 * @param rows all combinations, from none to all; the first factor changes fastest
 */
public record AblationResult(List<String> factors, List<Row> rows) {

  /** Copies the lists. */
  public AblationResult {
    factors = List.copyOf(factors);
    rows = List.copyOf(rows);
  }

  /**
   * One combination.
   *
   * @param has {@code [factors]}, whether it has each
   * @param outcome its scores over the seeds and folds, or why there are none
   */
  public record Row(List<Boolean> has, Outcome outcome) {

    /** Copies the list. */
    public Row {
      has = List.copyOf(has);
    }
  }

  /**
   * Returns the combination with the smallest mean validation loss.
   *
   * @throws NoSuchElementException if all failed, with the reason of the first
   */
  public Row best() {
    return rows.stream()
        .filter(row -> row.outcome().scores().isPresent())
        .min(Comparator.comparingDouble(row -> validationLoss(row).mean()))
        .orElseThrow(() -> new NoSuchElementException(rows.get(0).outcome().failure()));
  }

  /**
   * Returns by how much each factor changes the validation loss: what networks with it lose more
   * than the same networks without, averaged over all combinations of the others. Below 0 it helps.
   * The standard error is over seeds and folds; pairs in which a network failed are left out.
   */
  public Map<String, Estimate> effects() {
    Map<String, Estimate> effects = new LinkedHashMap<>();
    for (int factor = 0; factor < factors.size(); factor++) {
      effects.put(factors.get(factor), effect(factor));
    }
    return effects;
  }

  private Estimate effect(int factor) {
    List<Double> sums = new ArrayList<>();
    int pairs = 0;
    for (int row = 0; row < rows.size(); row++) {
      Optional<Scores> with = rows.get(row).outcome().scores();
      Optional<Scores> without = rows.get(row & ~(1 << factor)).outcome().scores();
      if (rows.get(row).has().get(factor) && with.isPresent() && without.isPresent()) {
        pairs++;
        add(sums, with.get().validationLoss().values(), without.get().validationLoss().values());
      }
    }
    int count = pairs;
    return new Estimate(sums.stream().map(sum -> sum / count).toList());
  }

  /** Adds the differences to the sums, which are empty before the first. */
  private static void add(List<Double> sums, List<Double> with, List<Double> without) {
    for (int i = 0; i < with.size(); i++) {
      double difference = with.get(i) - without.get(i);
      if (sums.size() == i) {
        sums.add(difference);
      } else {
        sums.set(i, sums.get(i) + difference);
      }
    }
  }

  private static Estimate validationLoss(Row row) {
    return row.outcome().scores().orElseThrow().validationLoss();
  }

  /** Returns a table: a line per combination, and one with the {@link #effects} on the loss. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(table().text());
    text.append("\neffect on the validation loss\n");
    TextTable effects = new TextTable(List.of("factor", "effect"));
    effects().forEach((factor, effect) -> effects.add(List.of(factor, effect)));
    return text.append(effects.text()).toString();
  }

  /** Returns the combinations as comma-separated values with a header line. */
  public String toCsv() {
    return table().csv();
  }

  private TextTable table() {
    SortedSet<String> metrics =
        Scores.metricNames(rows.stream().flatMap(row -> row.outcome().scores().stream()).toList());
    List<String> header = new ArrayList<>(factors);
    header.addAll(Outcome.header(metrics));
    TextTable table = new TextTable(header);
    for (Row row : rows) {
      List<Object> cells = new ArrayList<>();
      row.has().forEach(has -> cells.add(has ? "x" : ""));
      cells.addAll(row.outcome().cells(metrics));
      table.add(cells);
    }
    return table;
  }
}
