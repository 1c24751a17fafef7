package dev.annette.runtime.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one pass over the training rows came to.
 *
 * @param epoch its number, from 1
 * @param dataLoss the mean loss over the training rows, without penalties
 * @param penalty the sum of all penalties at the end of the epoch
 * @param validationLoss the mean loss over the validation rows, without penalties; NaN if there are
 *     none
 * @param metrics further numbers by name
 */
public record EpochRecord(
    int epoch,
    double dataLoss,
    double penalty,
    double validationLoss,
    SortedMap<String, Double> metrics) {

  /** Copies the metrics. */
  public EpochRecord {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }
}
