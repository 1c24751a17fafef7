package dev.annette.runtime.check;

/** Nothing in a run: it acts on weights after they have learned. */
public final class MinMaxNormModifier implements CheckModifier {

  @Override
  public String kind() {
    return "minMaxNorm";
  }
}
