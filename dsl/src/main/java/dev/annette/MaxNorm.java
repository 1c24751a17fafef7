package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the norm of the weights that enter each unit at most {@code value} (Srebro and Shraibman
 * 2005; Srivastava et al. 2014, with dropout): after every update, {@code w ← w · value/‖w‖₂} for
 * the units with {@code ‖w‖₂ > value}; the others stay as they are.
 *
 * <p>As Keras' {@code MaxNorm(value, axis=0)}; 2 to 4 is usual. Biases are free. A run may override
 * the value.
 *
 * <pre>{@code @Dense(units = 128) @MaxNorm(3) @Dropout(0.5) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MaxNorm {
  /** The largest norm. Above 0 and finite. */
  double value();
}
