package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty on the norms of groups of weights to the loss (group lasso, Yuan and Lin 2006). It
 * drives whole groups to exactly 0: inputs or units that the layer can do without.
 *
 * <p>By default {@code @GroupLasso(λ)} adds {@code λ/(2m) · Σ √p · ‖w_g‖₂} over the groups g, where
 * p is the number of weights in a group and m that of training examples. {@link PenaltyScaling}
 * lists the other conventions, under L1.
 *
 * <p>With SGD, plain or with momentum, it is a block soft threshold after the step: {@code w_g ←
 * max(0, 1 − t/‖w_g‖) · w_g}. Other optimizers have a step size for every weight; with them the
 * gradient {@code w_g/‖w_g‖} is used, and groups come close to 0 without reaching it. With {@link
 * L1} beside it, it is the sparse group lasso (Simon et al. 2013).
 *
 * <pre>{@code @Dense(units = 128) @GroupLasso(0.5) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GroupLasso {
  /** The strength λ. At least 0 and finite. */
  double value();

  /** Which weights vanish together. */
  WeightGroup groups() default WeightGroup.INPUTS;

  /** Whether a norm counts times √p, so that λ means the same for groups of any size. */
  boolean sizeWeighted() default true;

  /** What λ means; by default what {@link Network#scaling()} says. */
  PenaltyScaling scaling() default PenaltyScaling.NETWORK;
}
