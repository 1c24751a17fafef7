package dev.annette.runtime.model;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Epochs as comma-separated values: {@code epoch,data_loss,penalty,validation_loss}, every penalty
 * by itself, {@code penalty.hidden.weights.l2}, and the metrics, both in alphabetical order. What
 * was not measured is empty. Numbers read back exactly.
 */
public final class EpochCsv {
  private final SortedSet<String> penalties = new TreeSet<>();
  private final SortedSet<String> metrics = new TreeSet<>();

  private EpochCsv() {}

  /** Returns a table with columns for all that these epochs measured. */
  public static EpochCsv of(List<EpochRecord> epochs) {
    EpochCsv table = new EpochCsv();
    epochs.forEach(epoch -> table.penalties.addAll(epoch.penalties().keySet()));
    epochs.forEach(epoch -> table.metrics.addAll(epoch.metrics().keySet()));
    return table;
  }

  /** Returns whether there is a column for all that an epoch measured. */
  public boolean hasColumnsFor(EpochRecord epoch) {
    return penalties.containsAll(epoch.penalties().keySet())
        && metrics.containsAll(epoch.metrics().keySet());
  }

  /** Returns the line of column names and those of the epochs. */
  public String text(List<EpochRecord> epochs) {
    StringBuilder csv = new StringBuilder("epoch,data_loss,penalty,validation_loss");
    penalties.forEach(penalty -> csv.append(",penalty.").append(penalty));
    metrics.forEach(metric -> csv.append(',').append(metric));
    csv.append('\n');
    epochs.forEach(epoch -> csv.append(line(epoch)));
    return csv.toString();
  }

  /** Returns the line of an epoch, with its end. */
  public String line(EpochRecord epoch) {
    StringBuilder csv = new StringBuilder(String.valueOf(epoch.epoch()));
    csv.append(cell(epoch.dataLoss())).append(cell(epoch.penalty()));
    csv.append(cell(epoch.validationLoss()));
    penalties.forEach(name -> csv.append(cell(epoch.penalties(), name)));
    metrics.forEach(name -> csv.append(cell(epoch.metrics(), name)));
    return csv.append('\n').toString();
  }

  private static String cell(Map<String, Double> numbers, String name) {
    return cell(numbers.getOrDefault(name, Double.NaN));
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "," : "," + value;
  }
}
