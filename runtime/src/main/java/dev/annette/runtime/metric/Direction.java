package dev.annette.runtime.metric;

/** Which way a {@link Metric} improves. */
public enum Direction {
  /** Larger is better. */
  RISES,
  /** Smaller is better. */
  FALLS,
  /** Nobody has said. */
  UNKNOWN
}
