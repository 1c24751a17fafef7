package dev.annette.processor.ir;

/** What the backward pass of a step reads of its forward pass. */
public enum Kept {
  /** What went in. */
  INPUT,
  /** What came out. */
  OUTPUT,
  /** Whether what came out is above 0. */
  OUTPUT_SIGN,
  /** Which units were left out. */
  MASK
}
