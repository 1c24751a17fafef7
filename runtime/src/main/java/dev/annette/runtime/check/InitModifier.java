package dev.annette.runtime.check;

/** How parameters start, which computes nothing once they are given. */
public final class InitModifier implements CheckModifier {

  @Override
  public String kind() {
    return "init";
  }
}
