package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a layer's parameters start. Without it weights start with {@link Initializer#HE_NORMAL}
 * under the ReLU family, {@link Initializer#LECUN_NORMAL} under SELU and {@link
 * Initializer#GLOROT_UNIFORM} otherwise, and biases with 0.
 *
 * <pre>{@code @Dense(units = 128) @Init(value = Initializer.ORTHOGONAL, bias = 0.1) Layer hidden;}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Init {
  /** How the weights start. */
  Initializer value();

  /**
   * The number that {@link Initializer#CONSTANT} gives to every weight; an error with any other.
   */
  double constant() default 0;

  /** The number that every bias starts with. Finite. */
  double bias() default 0;
}
