package dev.annette.processor.mathematics;

import dev.annette.runtime.train.NetworkTrainer;
import java.util.SortedMap;
import java.util.TreeMap;

/** The penalties of a trainer as the mathematics knows them. */
final class Ledger {
  private Ledger() {}

  /** Returns the sum of the penalties of every penalised tensor. */
  static SortedMap<String, Double> byTensor(NetworkTrainer<?> trainer) {
    SortedMap<String, Double> sums = new TreeMap<>();
    trainer
        .penalties()
        .forEach(
            (name, value) ->
                sums.merge(name.substring(0, name.lastIndexOf('.')), value, Double::sum));
    return sums;
  }
}
