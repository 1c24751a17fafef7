package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.parallel.PartTask;
import dev.annette.runtime.parallel.Workers;

/** The phases of a step, run over the workers without allocating. */
final class Phases {
  /**
   * Multiply-adds of a step below which one thread is as fast: handing over and waiting for the
   * other threads takes up what they save, and more than that where they are late.
   */
  static final long BREAK_EVEN = 1_000_000;

  private static final String ONE_AT_A_TIME =
      "This trainer is in the middle of a step, and it makes one at a time: two threads must not"
          + " share a trainer. It uses several threads by itself; give each of yours a trainer of"
          + " its own, fresh(seed).";

  /** Rows come in blocks of this many, as the kernels take them. */
  private static final int ROW_BLOCK = 8;

  private final long workPerRow;
  private final PartTask rowTask = this::runRows;
  private final PartTask columnTask = this::runColumns;
  private final PartTask updateTask = this::runUpdate;
  private final PartTask passTask = this::runPass;
  private Workers workers;

  private RowPhase rowPhase;
  private ColumnPhase columnPhase;
  private UpdatePhase updatePhase;
  private ParameterPass pass;
  private int rows;
  private int parts;

  Phases(long workPerRow, int threads) {
    this.workPerRow = workPerRow;
    this.workers = new Workers(threads, ONE_AT_A_TIME);
  }

  /** Uses this many threads from now on. */
  void threads(int threads) {
    if (threads != workers.threads()) {
      workers = new Workers(threads, ONE_AT_A_TIME);
    }
  }

  /** Returns how many threads are used at most. */
  int threads() {
    return workers.threads();
  }

  void forRows(int batchRows, RowPhase phase) {
    rowPhase = phase;
    rows = batchRows;
    parts = Math.min(parts(batchRows), (batchRows + ROW_BLOCK - 1) / ROW_BLOCK);
    workers.run(parts, rowTask);
  }

  void acrossRows(int batchRows, ColumnPhase phase) {
    columnPhase = phase;
    parts = parts(batchRows);
    workers.run(parts, columnTask);
  }

  void update(int batchRows, UpdatePhase phase) {
    updatePhase = phase;
    parts = parts(batchRows);
    workers.run(parts, updateTask);
  }

  /** Runs passes over one parameter, each when the one before has ended. */
  void run(ParameterPass[] passes) {
    for (ParameterPass next : passes) {
      pass = next;
      parts = partsOf(next.work());
      workers.run(parts, passTask);
    }
  }

  private int parts(int batchRows) {
    return partsOf(workPerRow * batchRows);
  }

  private int partsOf(long work) {
    return work < BREAK_EVEN ? 1 : workers.threads();
  }

  private void runRows(int part, Scratch scratch) {
    int to = boundary(part + 1);
    int from = boundary(part);
    if (from < to) {
      rowPhase.run(from, to, scratch);
    }
  }

  /** Returns the first row of a part: whole blocks, as evenly as they go. */
  private int boundary(int part) {
    long blocks = (rows + ROW_BLOCK - 1L) / ROW_BLOCK;
    return (int) Math.min(rows, blocks * part / parts * ROW_BLOCK);
  }

  private void runPass(int part, Scratch scratch) {
    pass.run(part, parts, scratch);
  }

  private void runColumns(int part, Scratch scratch) {
    columnPhase.run(part, parts, scratch);
  }

  private void runUpdate(int part, Scratch scratch) {
    updatePhase.run(part, parts, scratch);
  }
}
