package dev.annette.runtime.check;

/** {@code λ/n·Σy²} over the n rows of a layer's output y. */
public final class ActivityL2Modifier extends ActivityModifier {

  @Override
  public String kind() {
    return "activityL2";
  }

  @Override
  double value(double v) {
    return v * v;
  }

  @Override
  double slope(double v) {
    return 2 * v;
  }
}
