package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty on how often the units of a layer are active to the loss: {@code λ · Σ KL(ρ ‖ ρ̂)}
 * over the units, with the target ρ and the mean ρ̂ of a unit's output over the rows of a batch. As
 * in the sparse autoencoder (Ng 2011), every unit then answers to few rows.
 *
 * <p>{@code KL(ρ ‖ ρ̂) = ρ·log(ρ/ρ̂) + (1 − ρ)·log((1 − ρ)/(1 − ρ̂))} is 0 where the mean is the
 * target, and grows on both sides. Outside of [1e-6, 1 − 1e-6], where it would become infinite, it
 * goes on along its tangent, so units that are never or always active still find back. It acts on
 * the output of the activation, before dropout and noise.
 *
 * <p>The mean must lie between 0 and 1, so the activation is {@link Activation#SIGMOID} or {@link
 * Activation#HARD_SIGMOID}. {@link Activation#SOFTMAX} is refused: its outputs sum to 1, so their
 * means cannot all meet a target.
 *
 * <p>λ multiplies the sum as it stands, whatever {@link Network#scaling()} says: the mean over the
 * rows is in ρ̂, so λ means the same for batches of any size, as in {@link ActivityL1}. Sample
 * weights do not enter. It is part of the reported penalty, a mean over the rows of an epoch, and
 * not of the data loss. Batches must be large enough that a mean over their rows says something: at
 * least some multiples of 1/ρ.
 *
 * <pre>{@code @Dense(units = 25, activation = SIGMOID) @KlSparsity(3) Layer code;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface KlSparsity {
  /** The strength λ. At least 0 and finite. */
  double value();

  /** The target ρ of the mean output of every unit. At least 1e-6 and at most 0.999999. */
  double target() default 0.05;
}
