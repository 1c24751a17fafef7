package dev.annette.runtime.custom;

/**
 * A loss that a user wrote: how far the outputs of a row are from its targets.
 *
 * <p>{@code @Network(input = 8, customLoss = Pinball.class)} names a class that implements it. The
 * library computes it row by row, averages it over the batch, multiplies it with sample weights and
 * divides by the rows, as it does with every loss; {@code GradientCheck} compares {@link
 * #derivative} with finite differences of {@link #value}.
 *
 * <p>One object serves several threads at once, so it keeps nothing between calls. A run gives the
 * same bits everywhere if the class computes with operators and {@link StrictMath}: {@link Math}
 * may round its functions otherwise on another machine.
 *
 * <pre>{@code
 * class Pinball implements LossFunction {
 *   @Override
 *   public double value(double[] outputs, double[] targets) {
 *     double error = targets[0] - outputs[0];
 *     return Math.max(0.9 * error, -0.1 * error);
 *   }
 *
 *   @Override
 *   public void derivative(double[] outputs, double[] targets, double[] derivative) {
 *     derivative[0] = targets[0] > outputs[0] ? -0.9 : 0.1;
 *   }
 * }
 * }</pre>
 */
public interface LossFunction {
  /**
   * Returns the loss of a row.
   *
   * @param outputs what the last layer gave, {@code [outputs]}; not to be changed
   * @param targets what it should have given, {@code [outputs]}; not to be changed
   */
  double value(double[] outputs, double[] targets);

  /**
   * Writes the derivative of {@link #value} by every output.
   *
   * @param outputs {@code [outputs]}; not to be changed
   * @param targets {@code [outputs]}; not to be changed
   * @param derivative {@code [outputs]} out: every number must be written
   */
  void derivative(double[] outputs, double[] targets, double[] derivative);

  /**
   * Returns whether rows may belong to classes, an output being the score of one; a target is then
   * 1 for the class and 0 for the others, or soft labels. By default no: targets are numbers.
   */
  default boolean takesClasses() {
    return false;
  }
}
