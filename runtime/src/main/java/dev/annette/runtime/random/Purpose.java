package dev.annette.runtime.random;

/** What random numbers are drawn for. Numbers drawn for different purposes are independent. */
public enum Purpose {
  /** The first values of parameters. */
  INITIALIZATION(1),
  /** The order of the rows in an epoch. */
  SHUFFLE(2),
  /** The units left out of a training step. */
  DROPOUT(3),
  /** Which rows train and which validate. */
  SPLIT(4),
  /** Changes made to training rows. */
  AUGMENTATION(5),
  /** What is added to the units in a training step. */
  NOISE(6),
  /** What the units are multiplied by in a training step. */
  GAUSSIAN_DROPOUT(7),
  /** The units of a self-normalising network left out of a training step. */
  ALPHA_DROPOUT(8),
  /** The weights left out of a training step. */
  DROP_CONNECT(9),
  /** The noise of predictions that are drawn. */
  MONTE_CARLO(10),
  /** The options that a search tries. */
  SEARCH(16),
  /** The rows that lend each other their features. */
  IMPORTANCE(17);

  private final int code;

  Purpose(int code) {
    this.code = code;
  }

  /** Returns the number that stands for this purpose in a key; it never changes. */
  int code() {
    return code;
  }
}
