package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws the norm of the weights that enter each unit into a range: after every update, {@code w ← w
 * · (rate·clip(‖w‖₂, min, max) + (1 − rate)·‖w‖₂)/‖w‖₂}. Norms in the range stay as they are, as do
 * weights that are all 0. As Keras' {@code MinMaxNorm(axis=0)}. Biases are free. A run may override
 * the rate.
 *
 * <pre>{@code @Dense(units = 16) @MinMaxNorm(min = 0.5, max = 2, rate = 0.9) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MinMaxNorm {
  /** The smallest norm. At least 0 and at most {@link #max()}. */
  double min() default 0;

  /** The largest norm. Above 0 and finite. */
  double max() default 1;

  /** How far a norm moves in one update: 1 is all the way, 0 leaves all as it is. From 0 to 1. */
  double rate() default 1;
}
