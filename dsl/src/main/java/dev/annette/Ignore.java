package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column of a {@linkplain Network#rows() row} that the network does not read: a name, a number of
 * a file. It may be of any type.
 *
 * <pre>{@code record Flower(@Ignore String finder, float length, @Label boolean poisonous) {}}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Ignore {}
