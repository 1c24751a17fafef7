package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column of a {@linkplain Network#rows() row} that says how much the row counts in losses and
 * metrics; it is no feature. A number, at least 0 and finite; training scales them to a mean of 1.
 *
 * <pre>{@code record Flower(@Weight float seen, float length, @Label boolean poisonous) {}}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Weight {}
