package dev.annette.runtime.check;

/** {@code λ/n·Σ|y|} over the n rows of a layer's output y. */
public final class ActivityL1Modifier extends ActivityModifier {

  @Override
  public String kind() {
    return "activityL1";
  }

  @Override
  double value(double v) {
    return Math.abs(v);
  }

  @Override
  double slope(double v) {
    return Math.signum(v);
  }
}
