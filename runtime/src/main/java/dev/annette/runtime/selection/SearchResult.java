package dev.annette.runtime.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;

/**
 * What came of a {@link Search}.
 *
 * @param dimensions the names of what differs between trials
 * @param trials all candidates, best first; those that failed last
 */
public record SearchResult(List<String> dimensions, List<Trial> trials) {

  /** Copies the lists. */
  public SearchResult {
    dimensions = List.copyOf(dimensions);
    trials = List.copyOf(trials);
  }

  /**
   * Returns the best trial.
   *
   * @throws NoSuchElementException if all failed, with the reason of the first
   */
  public Trial best() {
    Trial first = trials.get(0);
    if (first.outcome().scores().isEmpty()) {
      throw new NoSuchElementException(
          "All %d candidates failed, the first with: %s"
              .formatted(trials.size(), first.outcome().failure()));
    }
    return first;
  }

  /** Returns a table with a line per trial, best first. */
  @Override
  public String toString() {
    return table().text();
  }

  /** Returns the trials as comma-separated values with a header line, best first. */
  public String toCsv() {
    return table().csv();
  }

  private TextTable table() {
    SortedSet<String> metrics =
        Scores.metricNames(
            trials.stream().flatMap(trial -> trial.outcome().scores().stream()).toList());
    List<String> header = new ArrayList<>(List.of("trial"));
    header.addAll(dimensions);
    header.addAll(Outcome.header(metrics));
    TextTable table = new TextTable(header);
    for (Trial trial : trials) {
      List<Object> cells = new ArrayList<>();
      cells.add(trial.number());
      dimensions.forEach(name -> cells.add(trial.values().get(name)));
      cells.addAll(trial.outcome().cells(metrics));
      table.add(cells);
    }
    return table;
  }
}
