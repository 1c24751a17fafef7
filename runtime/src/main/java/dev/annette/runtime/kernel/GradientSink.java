package dev.annette.runtime.kernel;

/** What takes the gradient of a parameter, a contiguous panel of elements at a time. */
@FunctionalInterface
public interface GradientSink {
  /**
   * Takes the gradient of the elements {@code [offset, offset + count)} of one parameter. Panels of
   * one parameter do not overlap, and may arrive from several threads at once.
   *
   * @param panel the gradient in {@code [0, count)}; belongs to the caller again on return, and may
   *     be overwritten
   * @param offset the first element's index in the parameter
   * @param count the number of elements
   * @param scratch the temporary arrays of the calling thread; slots below {@link Scratch#PRODUCT}
   *     are free
   */
  void accept(float[] panel, int offset, int count, Scratch scratch);
}
