package dev.annette.runtime.rows;

/** How one feature is scaled, measured on the training rows. */
public interface FeatureScaling {
  /** Starts to measure the scale of a feature. */
  FeatureMeasure<Scale> measure();

  /**
   * What is done with a feature: {@code y = (x − offset) · factor}.
   *
   * @param offset what is taken off
   * @param factor what the rest is multiplied with
   */
  record Scale(double offset, double factor) {}
}
