package dev.annette.runtime.rows;

/** What stands for the missing values of one feature, measured on the training rows. */
public interface FeatureFilling {
  /** Starts to measure what stands for a missing value, of the rows that have one. */
  FeatureMeasure<Double> measure();
}
