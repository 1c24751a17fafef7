package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves out a share of the units in each training step (Srivastava et al. 2014).
 *
 * <p>Every unit of every row is set to 0 with probability {@code value}, independently; those that
 * stay are multiplied by {@code 1 / (1 − value)} (inverted scaling), so the expected output is
 * unchanged and prediction needs no scaling. Only the trainer contains dropout; the model has none.
 *
 * <p>Beside a layer annotation it acts on that layer's output, after the activation. Alone on a
 * field it is a layer: {@code @Dropout(0.2) Layer pixels;} as the first field drops input features.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dropout {
  /** The share of units left out. At least 0 and below 1; 0 switches dropout off. */
  double value();
}
