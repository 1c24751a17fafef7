package dev.annette.runtime.check;

/** Nothing in a run: it acts on weights after they have learned. */
public final class UnitNormModifier implements CheckModifier {

  @Override
  public String kind() {
    return "unitNorm";
  }
}
