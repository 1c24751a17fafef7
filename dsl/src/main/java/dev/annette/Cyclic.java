package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns a date of a {@linkplain Network#rows() row} into where it stands in cycles: two features
 * for each, the sine and cosine of its share of a full turn, so that the end of a cycle is next to
 * its start.
 *
 * <pre>
 * {@code record Ride(@Cyclic(Cycle.DAY_OF_WEEK) java.time.LocalDate day, @Label float riders) {}}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Cyclic {
  /** The cycles, each once. At least one. */
  Cycle[] value();
}
