package dev.annette;

/** Which weights of a matrix {@code [in, out]} belong together. */
public enum WeightGroup {
  /** The weights that leave one input: a row. */
  INPUTS,

  /** The weights that enter one unit: a column. */
  UNITS
}
