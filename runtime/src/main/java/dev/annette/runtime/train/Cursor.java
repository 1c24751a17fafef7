package dev.annette.runtime.train;

/** How far a run is within its epoch, and what the epoch came to so far. */
final class Cursor {
  private int batches;
  private long rows;
  private double loss;

  /** Starts an epoch. */
  void begin() {
    at(0, 0, 0);
  }

  /** Goes to a place in an epoch. */
  void at(int batchesDone, long rowsDone, double lossSoFar) {
    batches = batchesDone;
    rows = rowsDone;
    loss = lossSoFar;
  }

  /** Counts a batch that was learned from. */
  void add(double meanLoss, int batchRows) {
    batches++;
    loss += meanLoss * batchRows;
    rows += batchRows;
  }

  /** Returns how many batches were learned from. */
  int batches() {
    return batches;
  }

  /** Returns how many rows they had. */
  long rows() {
    return rows;
  }

  /** Returns the sum of the losses of these rows. */
  double loss() {
    return loss;
  }
}
