package dev.annette.runtime.train;

import dev.annette.runtime.kernel.RowPenalty;
import dev.annette.runtime.model.PenaltyRecord;

/**
 * A penalty on what a layer hands on, a mean over rows as the data loss is; one that is of a batch
 * as a whole counts for each of its rows. Its gradient is part of that of the layers before; its
 * value is the mean over the rows learned from since an epoch or a run began.
 */
public final class ActivityPenalty {
  private static final String SCALING = "plain";

  private final String kind;
  private final Hyperparameter strength;
  private final RowPenalty rowPenalty = new RowPenalty();
  private double total;
  private double rows;

  /**
   * Creates a penalty.
   *
   * @param kind its annotation in lower camel case: {@code activityL1}
   * @param strength λ, with the layer's name
   */
  public ActivityPenalty(String kind, Hyperparameter strength) {
    this.kind = kind;
    this.strength = strength;
  }

  /** Returns where the kernel leaves the penalty of each row of the batch at hand. */
  public RowPenalty rowPenalty() {
    return rowPenalty;
  }

  /** Returns its name in a ledger: {@code hidden.activityL1}. */
  String name() {
    return strength.layer() + '.' + kind;
  }

  /** Forgets the rows so far. */
  void begin() {
    total = 0;
    rows = 0;
  }

  /** Adds the rows of the batch at hand, in double precision in their order. */
  void add(int batchRows) {
    for (int row = 0; row < batchRows; row++) {
      total += rowPenalty.values()[row];
    }
    rows += batchRows;
  }

  /** Goes on from the sum over so many rows. */
  void resume(double totalSoFar, double rowsSoFar) {
    total = totalSoFar;
    rows = rowsSoFar;
  }

  /** Returns the sum over the rows added. */
  double total() {
    return total;
  }

  /** Returns how many rows were added. */
  double rows() {
    return rows;
  }

  /** Returns the mean over the rows added; 0 if there are none. */
  double value() {
    return rows == 0 ? 0 : total / rows;
  }

  /** Returns it with its strength, which is the effective one whatever the network's scaling. */
  PenaltyRecord record() {
    return new PenaltyRecord(strength.layer(), kind, strength.value(), SCALING, strength.value());
  }
}
