package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies every unit by a normal number around 1 in each training step (Srivastava et al. 2014,
 * section 10). It disturbs as much as {@link Dropout} of the same rate, without leaving units out.
 *
 * <p>{@code y = x · N(1, √(rate / (1 − rate)))}, drawn for every unit of every row, independently;
 * the second number is the standard deviation. {@code rate} is the share that dropout would leave
 * out, not the share that it would keep: 0.5 gives the standard deviation 1, 0.2 gives 0.5. The
 * expected output is unchanged, so prediction needs no scaling, and the model has no noise at all.
 *
 * <p>Beside a layer annotation it acts on that layer's output, after the activation:
 *
 * <pre>{@code @Dense(units = 128, activation = RELU) @GaussianDropout(0.2) Layer hidden;}</pre>
 *
 * <p>Alone on a field it is a layer. Several kinds of noise on one field act in the order in which
 * they are written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GaussianDropout {
  /** The rate of the dropout that disturbs as much. At least 0 and below 1; 0 switches it off. */
  double value();
}
