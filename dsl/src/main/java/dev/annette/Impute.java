package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what stands for a missing value in a column of a {@linkplain Network#rows() row}: for null,
 * an empty {@code Optional}, or NaN. The column gets one more feature, which is 1 where the value
 * is missing and 0 elsewhere. Without this annotation a missing value is an error that names row
 * and column.
 *
 * <pre>{@code record Passenger(@Impute(Imputation.MEDIAN) Float age, @Label boolean survived) {}}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Impute {
  /** What stands for a missing value. */
  Imputation value();

  /** The number of {@link Imputation#CONSTANT}, in the unit of the column. Finite. */
  double constant() default 0;
}
