package dev.annette.runtime.rows;

/** What stands for the missing values of one feature, measured on the training rows. */
public interface FeatureFilling {
  /**
   * Returns what stands for a missing value.
   *
   * @param present the feature in each training row that has it; at least one, finite
   */
  double of(double[] present);
}
