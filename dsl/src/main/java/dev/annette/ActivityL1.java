package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty on the magnitudes of a layer's outputs to the loss: {@code λ/n · Σ|y|} over the
 * units and the n rows of a batch. Few units are then active at a time: the gradient draws what a
 * layer hands on to 0.
 *
 * <p>It acts on the output of the activation, before dropout, and adds {@code λ·sign(y)/n} to its
 * gradient. As Keras' {@code activity_regularizer=L1(λ)}, whatever {@link Network#scaling()} says;
 * sample weights do not enter. It is part of the reported penalty, a mean over the rows of an
 * epoch, and not of the data loss.
 *
 * <pre>{@code @Dense(units = 64, activation = RELU) @ActivityL1(0.001) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ActivityL1 {
  /** The strength λ. At least 0 and finite. */
  double value();
}
