package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives every row a mean square of 1 over its units, then each unit a learned gain (Zhang and
 * Sennrich 2019). It stands between the weights and the activation:
 *
 * <pre>{@code
 * @Dense(units = 128, activation = SILU, bias = false) @RmsNorm Layer hidden;
 * }</pre>
 *
 * <p>{@code y = gain · x / √(mean(x²) + epsilon)}: layer normalisation without its mean and its
 * shift. A row is computed without the others, so training and prediction are the same. The gain
 * starts at 1; penalties and weight decay leave it alone.
 *
 * <p>Alone on a field it is a layer: {@code @RmsNorm Layer features;}. It needs at least 2 units.
 *
 * <p>Elsewhere: {@code RMSNorm(units, eps = 1e-5)} in PyTorch, where eps is else the rounding of
 * its numbers; {@code RMSNormalization} in Keras, where epsilon is 1e-6.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface RmsNorm {
  /** What is added to the mean square. At least 1e-30 and at most 1. */
  double epsilon() default 1e-5;
}
