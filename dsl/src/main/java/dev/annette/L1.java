package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty on the magnitudes of a layer's weights to the loss (lasso). It drives weights to
 * exactly 0.
 *
 * <p>By default {@code @L1(λ)} adds {@code λ/(2m) · Σ|w|}, where m is the number of training
 * examples. {@link PenaltyScaling} lists the other conventions. Together with {@link L2} it is the
 * elastic net.
 *
 * <pre>{@code @Dense(units = 128) @L1(0.1) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface L1 {
  /** The strength λ. At least 0 and finite. */
  double value();

  /** What λ means; by default what {@link Network#scaling()} says. */
  PenaltyScaling scaling() default PenaltyScaling.NETWORK;

  /** How the penalty enters the update. */
  L1Method method() default L1Method.PROXIMAL;

  /** Whether the bias is penalised as well as the weights. */
  boolean bias() default false;
}
