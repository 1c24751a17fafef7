package dev.annette.runtime.train;

/** Which way a watched number improves. */
public enum Mode {
  /** Known by name: losses and errors fall, {@code accuracy} and {@code r2} rise. */
  AUTO,
  /** Smaller is better. */
  MIN,
  /** Larger is better. */
  MAX
}
