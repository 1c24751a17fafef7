package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;

/** What is told of one run while it runs. */
interface ProgressReport {
  /** Tells nothing. */
  ProgressReport SILENT =
      new ProgressReport() {
        @Override
        public void remark(String text) {}

        @Override
        public void step(double dataLoss, int rows) {}

        @Override
        public void epoch(EpochRecord epoch) {}

        @Override
        public void end() {}
      };

  /** Tells a remark, on a line of its own. */
  void remark(String text);

  /**
   * Tells of an update; allocates nothing but to show something.
   *
   * @param dataLoss that of the batch before the update
   * @param rows how many rows the batch has
   */
  void step(double dataLoss, int rows);

  /** Tells of a finished epoch. */
  void epoch(EpochRecord epoch);

  /** Ends what is still being rewritten, so that what follows starts on its own line. */
  void end();
}
