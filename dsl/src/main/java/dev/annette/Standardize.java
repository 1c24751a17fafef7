package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives every feature mean 0 and standard deviation 1: {@code y = (x − mean) / deviation}. A layer
 * of its own, legal only as the first one.
 *
 * <p>Mean and deviation (of the population, dividing by the number of rows) are measured once, on
 * the training part of the data, and saved with the model. A feature that never changes keeps
 * deviation 1, so it becomes 0.
 *
 * <pre>{@code @Standardize Layer features;}</pre>
 *
 * <p>On a number of a {@linkplain Network#rows() row} it does the same with this column alone. On a
 * number with {@link Label} it is the outputs that are scaled: {@code answer = mean + deviation ·
 * output}, so that a network starts at the mean. The loss compares answers, in the label's own
 * unit; its gradient grows with the deviation, so train with an optimizer that does not depend on
 * its size, such as Adam, and choose penalties for a loss in this unit.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Standardize {}
