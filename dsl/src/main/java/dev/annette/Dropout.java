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
 * <p>{@link MaskScope#PER_BATCH} leaves out the same units for all rows of a step (Graham,
 * Reizenstein and Robinson 2015). The dense layers on both sides then multiply by the weights
 * between kept units alone: at a rate of 0.5, half the work of a layer beside one dropout and a
 * quarter between two.
 *
 * <p>Beside a layer annotation it acts on that layer's output, after the activation. Alone on a
 * field it is a layer: {@code @Dropout(0.2) Layer pixels;} as the first field drops input features.
 *
 * <pre>{@code @Dense(units = 64, activation = RELU) @Dropout(0.5) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dropout {
  /** The share of units left out. At least 0 and below 1; 0 switches dropout off. */
  double value();

  /** Which rows of a batch share a mask. */
  MaskScope mask() default MaskScope.PER_ROW;
}
