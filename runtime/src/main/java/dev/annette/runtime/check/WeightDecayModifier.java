package dev.annette.runtime.check;

/** Nothing in a run: it is no part of the loss. */
public final class WeightDecayModifier implements CheckModifier {

  @Override
  public String kind() {
    return "weightDecay";
  }
}
