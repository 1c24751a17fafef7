package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scales a number of a {@linkplain Network#rows() row} so that the training rows lie between two
 * bounds: {@code y = min + (x − least) · (max − min) / (greatest − least)}. Least and greatest are
 * measured on the training part of the data and saved with the model; other rows may lie outside. A
 * column that never changes becomes {@code min}.
 *
 * <pre>{@code record Flower(@MinMax float length, @Label boolean poisonous) {}}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface MinMax {
  /** What the least number of the training rows becomes. Finite. */
  double min() default 0;

  /** What the greatest number of the training rows becomes. Above {@link #min()}, finite. */
  double max() default 1;
}
