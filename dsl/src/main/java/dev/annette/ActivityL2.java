package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty on the squares of a layer's outputs to the loss: {@code λ/n · Σy²} over the units
 * and the n rows of a batch. What a layer hands on stays small.
 *
 * <p>It acts on the output of the activation, before dropout, and adds {@code 2λ·y/n} to its
 * gradient. As Keras' {@code activity_regularizer=L2(λ)}, whatever {@link Network#scaling()} says;
 * sample weights do not enter. It is part of the reported penalty, a mean over the rows of an
 * epoch, and not of the data loss.
 *
 * <pre>{@code @Dense(units = 64, activation = RELU) @ActivityL2(0.001) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ActivityL2 {
  /** The strength λ. At least 0 and finite. */
  double value();
}
