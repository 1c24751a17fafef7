package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds the mean |cosine| between the weights of a layer's units to the loss, so that units look
 * into different directions: {@code λ · mean over pairs of |w_i·w_j| / (‖w_i‖·‖w_j‖)}.
 *
 * <p>As Keras' {@code OrthogonalRegularizer}, whose mode {@code "columns"} is {@link
 * WeightGroup#UNITS}. The norms of weights are left alone; a unit whose weights are all 0 has no
 * direction and no part in it. λ multiplies the mean loss as it is, whatever {@link
 * Network#scaling()} says. A step costs {@code in·units²} multiply-adds more.
 *
 * <pre>{@code @Dense(units = 16) @OrthogonalPenalty(0.1) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface OrthogonalPenalty {
  /** The strength λ. At least 0 and finite. */
  double value();

  /** Which weights make a direction. */
  WeightGroup between() default WeightGroup.UNITS;
}
