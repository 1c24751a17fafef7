package dev.annette.runtime.kernel.loss;

/** What the outputs of a batch should be. The arrays may be reused for the next batch. */
public sealed interface Targets {

  /**
   * One class per row.
   *
   * @param indices {@code [rows]}, each from 0 to classes − 1
   */
  record Classes(int[] indices) implements Targets {}

  /**
   * One number per output.
   *
   * @param values {@code [rows, outputs]}
   */
  record Values(float[] values) implements Targets {}
}
