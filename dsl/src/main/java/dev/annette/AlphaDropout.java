package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves out a share of the units of a self-normalising network in each training step and keeps
 * mean 0 and variance 1 (Klambauer et al. 2017, section 3).
 *
 * <p>Every unit of every row is set to α′ with probability {@code value}, independently, and then
 * all go through {@code y = a·x + b}. α′ = −1.7580993408473766 is the floor of {@link
 * Activation#SELU}, {@code a = ((1 − rate)·(1 + rate·α′²))^−½} and {@code b = −a·rate·α′}: outputs
 * of units with mean 0 and variance 1 have mean 0 and variance 1 again, over units and masks
 * together. {@link Dropout} would make their variance larger; this makes each unit's own expected
 * output smaller instead. The model has no dropout at all.
 *
 * <p>Beside a layer annotation it acts on that layer's output, after the activation:
 *
 * <pre>{@code @Dense(units = 128, activation = SELU) @AlphaDropout(0.1) Layer hidden;}</pre>
 *
 * <p>Alone on a field it is a layer. With other activations than SELU, whose outputs do not have
 * mean 0, it shifts what the next layer reads: there, use {@link Dropout}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AlphaDropout {
  /** The share of units left out. At least 0 and below 1; 0 switches dropout off. */
  double value();
}
