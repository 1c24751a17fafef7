package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves out a share of a layer's weights in each training step (Wan et al. 2013), where {@link
 * Dropout} leaves out whole units.
 *
 * <p>Training: {@code u = (M∘W)x/(1 − value) + b}, a number of M being 0 with probability {@code
 * value}. The expected u is that of the plain layer. Biases are never left out, and penalties act
 * on W itself.
 *
 * <p>Prediction has no random numbers: u is nearly normal, being a sum of many terms, with the
 * plain layer's mean and variance {@code value/(1 − value) · Σ w²x²}, and the layer hands on the
 * expected activation of such a u (moment matching). Under ReLU and leaky ReLU that is a closed
 * form, under the other activations of one number a sum over 45 places. A softmax, a normalisation
 * and the loss of an output layer take the mean of u as it is. The model remembers the rate that it
 * was trained with.
 *
 * <p>Every row has a mask of its own, as in the paper, which draws a random number for every weight
 * and row three times in a step. {@link MaskScope#PER_BATCH} draws one mask for all rows of a step.
 *
 * <pre>{@code @Dense(units = 64, activation = RELU) @DropConnect(0.5) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface DropConnect {
  /** The share of weights left out. At least 0 and below 1; 0 switches it off. */
  double value();

  /** Which rows of a batch share a mask. */
  MaskScope mask() default MaskScope.PER_ROW;
}
