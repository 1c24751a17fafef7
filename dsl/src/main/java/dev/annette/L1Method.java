package dev.annette;

/** How an {@link L1} penalty enters the update of a weight. */
public enum L1Method {
  /**
   * A soft threshold after the optimizer's step, in the optimizer's own metric: weights become
   * exactly 0, and what is minimised is the declared objective (Parikh and Boyd 2014, §4.2).
   */
  PROXIMAL,

  /**
   * {@code λ · sign(w)} is added to the gradient, with sign(0) = 0. Weights hover around 0 without
   * reaching it.
   */
  SUBGRADIENT
}
