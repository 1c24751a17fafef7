package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * A bound on the gradient of the data loss, the first thing that happens to it in an update.
 *
 * @param kind what is bounded
 * @param limit the bound, above 0
 */
record Clipping(Kind kind, double limit) {
  /** What PyTorch adds to a norm before it divides by it. */
  private static final double STABILITY = 1e-6;

  /** What is bounded. */
  enum Kind {
    /** The magnitude of every number. */
    VALUE("clipValue"),
    /** The length of the gradient of every parameter. */
    NORM("clipNorm"),
    /** The length of the gradient of all parameters together. */
    GLOBAL_NORM("clipGlobalNorm");

    private final String method;

    Kind(String method) {
      this.method = method;
    }

    /** Returns the method of {@link Training} that asks for it. */
    String method() {
      return method;
    }
  }

  Clipping {
    Rules.require(NumberRule.CLIP_LIMIT, limit, kind.method());
  }

  /**
   * Returns this in place of an earlier one.
   *
   * @param earlier may be null
   * @throws IllegalArgumentException if the earlier one is of another kind
   */
  Clipping instead(Clipping earlier) {
    if (earlier != null && earlier.kind != kind) {
      throw new IllegalArgumentException(
          "%s beside %s: a run clips its gradients in one way; say only one of them."
              .formatted(this, earlier));
    }
    return this;
  }

  /** Returns what a gradient of this length is multiplied by, at most 1. */
  double factor(double norm) {
    return Math.min(1, limit / (norm + STABILITY));
  }

  @Override
  public String toString() {
    return kind.method() + "(" + NumberRule.number(limit) + ")";
  }
}
