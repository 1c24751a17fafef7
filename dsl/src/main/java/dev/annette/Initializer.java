package dev.annette;

/**
 * How the weights of a layer start; {@code in} and {@code out} are the widths of its input and
 * output.
 */
public enum Initializer {
  /** Uniform within ±√(6/(in + out)) (Glorot and Bengio 2010). */
  GLOROT_UNIFORM,
  /** Normal with deviation √(2/(in + out)) (Glorot and Bengio 2010). */
  GLOROT_NORMAL,
  /** Uniform within ±√(6/in) (He et al. 2015). */
  HE_UNIFORM,
  /** Normal with deviation √(2/in) (He et al. 2015). */
  HE_NORMAL,
  /** Uniform within ±√(3/in) (LeCun et al. 1998). */
  LECUN_UNIFORM,
  /** Normal with deviation √(1/in) (LeCun et al. 1998); the partner of SELU. */
  LECUN_NORMAL,
  /**
   * A random matrix with orthonormal columns, or rows where there are more columns than rows (Saxe
   * et al. 2014).
   */
  ORTHOGONAL,
  /** Normal with deviation 1, whatever the widths: how an {@link Embedding} starts. */
  STANDARD_NORMAL,
  /** Every weight 0. */
  ZEROS,
  /** Every weight 1. */
  ONES,
  /** Every weight {@link Init#constant()}. */
  CONSTANT
}
