package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns a number of a {@linkplain Network#rows() row} into one feature for each range between
 * edges, 1 in the range that it lies in and 0 elsewhere. With n edges there are n + 1 ranges; an
 * edge belongs to the range above it.
 *
 * <pre>{@code record Passenger(@Bucketize({12, 18, 65}) float age, @Label boolean survived) {}}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Bucketize {
  /** The edges, finite, each above the one before. At least one. */
  double[] value();
}
