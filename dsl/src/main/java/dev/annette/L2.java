package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty on the squares of a layer's weights to the loss (ridge, Tikhonov regularisation).
 *
 * <p>By default {@code @L2(λ)} adds {@code λ/(2m) · Σw²}, where m is the number of training
 * examples; so the gradient gains {@code (λ/m) · w}, whatever the batch size. {@link
 * PenaltyScaling} lists the other conventions.
 *
 * <pre>{@code @Dense(units = 128) @L2(1) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface L2 {
  /** The strength λ. At least 0 and finite. */
  double value();

  /** What λ means; by default what {@link Network#scaling()} says. */
  PenaltyScaling scaling() default PenaltyScaling.NETWORK;

  /** Whether the bias is penalised as well as the weights. */
  boolean bias() default false;
}
