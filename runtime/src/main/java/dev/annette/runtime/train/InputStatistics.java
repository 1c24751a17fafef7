package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import java.util.List;
import java.util.stream.Stream;

/** All statistics of the inputs of a trainer. */
record InputStatistics(List<FittedStatistics> all) {

  /** Measures them; if one refuses the rows, none changes. */
  void fit(Dataset rows) {
    all.stream().map(one -> one.measured(rows)).toList().forEach(Fitting::store);
  }

  /** Measures those that were neither measured nor restored; nothing is stored yet. */
  List<Fitting> missing(Dataset rows) {
    return missingOnes().map(one -> one.measured(rows)).toList();
  }

  /** Starts to measure those that were neither measured nor restored. */
  List<Fitting> missing() {
    return missingOnes().map(FittedStatistics::fitting).toList();
  }

  private Stream<FittedStatistics> missingOnes() {
    return all.stream().filter(one -> !one.fitted());
  }
}
