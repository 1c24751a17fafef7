package dev.annette.runtime.train;

import dev.annette.runtime.model.PenaltyRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The penalties on what the layers of a network hand on. Allocates nothing in a step. */
final class Activities {
  private final List<ActivityPenalty> penalties = new ArrayList<>();

  void add(ActivityPenalty penalty) {
    penalties.add(penalty);
  }

  /** Makes room for the rows of a batch. */
  void reserve(int rows) {
    for (int i = 0; i < penalties.size(); i++) {
      penalties.get(i).rowPenalty().reserve(rows);
    }
  }

  /** Counts the rows of the batch at hand, which were learned from. */
  void count(int rows) {
    for (int i = 0; i < penalties.size(); i++) {
      penalties.get(i).add(rows);
    }
  }

  /** Forgets the rows so far. */
  void begin() {
    penalties.forEach(ActivityPenalty::begin);
  }

  /** Adds each, a mean over the rows counted, to a ledger. */
  void addTo(Map<String, Double> ledger) {
    penalties.forEach(one -> ledger.merge(one.name(), one.value(), Double::sum));
  }

  /** Writes what was counted. */
  void write(RunOutput out) throws IOException {
    for (ActivityPenalty penalty : penalties) {
      out.put(penalty.total());
      out.put(penalty.rows());
    }
  }

  /** Reads what was counted, {@code [2·penalties]}. */
  double[] read(RunInput in) throws IOException {
    double[] counted = new double[2 * penalties.size()];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = in.getDouble();
    }
    return counted;
  }

  /** Goes on from what was counted. */
  void resume(double[] counted) {
    for (int i = 0; i < penalties.size(); i++) {
      penalties.get(i).resume(counted[2 * i], counted[2 * i + 1]);
    }
  }

  /** Returns one record per penalty. */
  List<PenaltyRecord> records() {
    return penalties.stream().map(ActivityPenalty::record).toList();
  }
}
