package dev.annette.runtime.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one pass over the training rows came to, with data loss and every penalty apart.
 *
 * <p>A penalty is named after what it acts on and its annotation: {@code hidden.weights.l2}, and
 * {@code hidden.activityL1} where it acts on what the layer hands on.
 *
 * @param epoch its number, from 1
 * @param dataLoss the mean loss over the training rows as updates saw it, without penalties; with
 *     label smoothing, mixup or class weights, the loss that these make of it
 * @param penalties every penalty at the end of the epoch, by name
 * @param validationLoss the mean loss over the validation rows, without penalties; NaN if there are
 *     none
 * @param metrics further numbers by name
 */
public record EpochRecord(
    int epoch,
    double dataLoss,
    SortedMap<String, Double> penalties,
    double validationLoss,
    SortedMap<String, Double> metrics) {

  /** Copies the maps. */
  public EpochRecord {
    penalties = copyOf(penalties);
    metrics = copyOf(metrics);
  }

  private static SortedMap<String, Double> copyOf(SortedMap<String, Double> numbers) {
    return numbers.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
  }

  /** Returns the sum of all penalties. */
  public double penalty() {
    return sum(penalties);
  }

  /** Returns the sum of the penalties of one layer; 0 if it has none. */
  public double penaltyOf(String layer) {
    return sum(penalties.subMap(layer + '.', layer + (char) ('.' + 1)));
  }

  /** Returns what training makes small: data loss and penalties. */
  public double objective() {
    return dataLoss + penalty();
  }

  private static double sum(SortedMap<String, Double> ledger) {
    double sum = 0;
    for (double penalty : ledger.values()) {
      sum += penalty;
    }
    return sum;
  }
}
