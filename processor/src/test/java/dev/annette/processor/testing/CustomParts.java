package dev.annette.processor.testing;

import dev.annette.Loss;

/** Losses and penalties as a user writes them, to stand among the layers of a declaration. */
public final class CustomParts {
  /** Half a squared error. */
  public static final String LOSS =
      """
      static final class OwnLoss implements dev.annette.runtime.custom.LossFunction {
          @Override public double value(double[] outputs, double[] targets) {
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
              sum += 0.5 * (outputs[i] - targets[i]) * (outputs[i] - targets[i]);
            }
            return sum;
          }
          @Override public void derivative(
              double[] outputs, double[] targets, double[] derivative) {
            for (int i = 0; i < outputs.length; i++) {
              derivative[i] = outputs[i] - targets[i];
            }
          }
        }
      """;

  /** Half a sum of squares. */
  public static final String PENALTY =
      """
      static final class OwnPenalty implements dev.annette.runtime.custom.PenaltyFunction {
          @Override public double value(double[] weights, int in, int out) {
            double sum = 0;
            for (double weight : weights) {
              sum += 0.5 * weight * weight;
            }
            return sum;
          }
          @Override public void gradient(double[] weights, int in, int out, double[] gradient) {
            System.arraycopy(weights, 0, gradient, 0, in * out);
          }
        }
      """;

  private CustomParts() {}

  /**
   * Returns the attribute that names a loss.
   *
   * @param network the simple name of the network's class, which has {@link #LOSS} inside
   */
  public static String attribute(Loss loss, String network) {
    return loss == Loss.CUSTOM
        ? "customLoss = " + network + ".OwnLoss.class"
        : "loss = Loss." + loss;
  }
}
