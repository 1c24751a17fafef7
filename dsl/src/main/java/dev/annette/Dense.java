package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fully connected layer: {@code y = activation(x · W + b)}, with {@code x} of shape {@code
 * [batch, in]}, {@code W} of shape {@code [in, units]} and {@code b} of shape {@code [units]}.
 *
 * <pre>{@code @Dense(units = 128, activation = Activation.RELU) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dense {
  /**
   * The number of units, which is the width of the output. At least 1. May be left out on the last
   * layer of a network with {@link Network#rows()}, where it follows from the label.
   */
  int units() default 0;

  /** What is applied to {@code x · W + b}. */
  Activation activation() default Activation.LINEAR;

  /** Whether the layer learns a bias {@code b}. */
  boolean bias() default true;

  /**
   * The slope of {@link Activation#LEAKY_RELU} below 0. At least 0 and below 1; an error with any
   * other activation.
   */
  double slope() default 0.01;

  /**
   * The α of {@link Activation#ELU}: the layer's output tends to −α far below 0. Above 0; an error
   * with any other activation.
   */
  double alpha() default 1.0;
}
