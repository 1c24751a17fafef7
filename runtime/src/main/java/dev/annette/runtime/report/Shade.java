package dev.annette.runtime.report;

/** How dark a cell of a heat map is: one of a few steps, so that equal shades are equal shares. */
final class Shade {
  /** The darkest; 0 is a share of nothing. */
  static final int DARKEST = 6;

  private Shade() {}

  /** Returns the shade of a share, from 0 to 1: none for nothing, the first for any little. */
  static int of(double share) {
    return share > 0 ? Math.min(DARKEST, 1 + (int) (Math.sqrt(share) * DARKEST)) : 0;
  }
}
