package dev.annette;

/** Which rows of a batch share the random choice of what is left out. */
public enum MaskScope {
  /** Every row of every step has a choice of its own. */
  PER_ROW,
  /** All rows of a step share one choice: cheaper, and noisier from step to step. */
  PER_BATCH
}
