package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty on a layer's weights that the user wrote to the loss. Its class implements {@code
 * dev.annette.runtime.custom.PenaltyFunction} and has a constructor without parameters; both must
 * be accessible from the network's package.
 *
 * <p>By default {@code @CustomPenalty(value = λ, penalty = P.class)} adds {@code λ/(2m) · P(W)}
 * with the weights W, {@code [in, out]}, and m training examples. {@link PenaltyScaling} lists the
 * other conventions, under L1. Its gradient joins that of the data loss before the optimizer's
 * step, under any optimizer.
 *
 * <pre>
 * {@code @Dense(units = 16) @CustomPenalty(value = 0.1, penalty = SmoothL1.class) Layer hidden;}
 * </pre>
 *
 * <pre>{@code
 * class SmoothL1 implements dev.annette.runtime.custom.PenaltyFunction {
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
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface CustomPenalty {
  /** The strength λ. At least 0 and finite. */
  double value();

  /** The class that computes the penalty and its gradient. */
  Class<?> penalty();

  /** What λ means; by default what {@link Network#scaling()} says. */
  PenaltyScaling scaling() default PenaltyScaling.NETWORK;
}
