package dev.annette.processor.ir;

/**
 * A forward step in reverse.
 *
 * @param step the step that is differentiated
 * @param needsInputGradient whether something before it learns, so that the gradient of its input
 *     is computed
 */
public record BackwardStep(Step step, boolean needsInputGradient) {
  /** Returns how often it multiplies what its forward step multiplies once. */
  public int products() {
    return needsInputGradient ? 2 : 1;
  }
}
