package dev.annette.runtime.custom;

/**
 * A penalty on the weights of a layer that a user wrote.
 *
 * <p>{@code @CustomPenalty(value = 0.1, penalty = SmoothL1.class)} names a class that implements
 * it. The library multiplies it with the effective strength, adds it to the objective, reports it
 * beside the data loss, and compares {@link #gradient} with finite differences of {@link #value} in
 * {@code GradientCheck}.
 *
 * <p>A layer has an object of its own, which is used by one thread at a time. A run gives the same
 * bits everywhere if the class computes with operators and {@link StrictMath}.
 *
 * <pre>{@code
 * class SmoothL1 implements PenaltyFunction {
 *   @Override
 *   public double value(double[] weights, int in, int out) {
 *     double sum = 0;
 *     for (double w : weights) {
 *       sum += Math.sqrt(w * w + 1e-4);
 *     }
 *     return sum;
 *   }
 *
 *   @Override
 *   public void gradient(double[] weights, int in, int out, double[] gradient) {
 *     for (int i = 0; i < weights.length; i++) {
 *       gradient[i] = weights[i] / Math.sqrt(weights[i] * weights[i] + 1e-4);
 *     }
 *   }
 * }
 * }</pre>
 */
public interface PenaltyFunction {
  /**
   * Returns the penalty before it is multiplied by its strength.
   *
   * @param weights {@code [in, out]}: the weight from input k to unit j at {@code k·out + j}; not
   *     to be changed
   */
  double value(double[] weights, int in, int out);

  /**
   * Writes the derivative of {@link #value} by every weight.
   *
   * @param weights {@code [in, out]}; not to be changed
   * @param gradient {@code [in, out]} out: every number must be written
   */
  void gradient(double[] weights, int in, int out, double[] gradient);
}
