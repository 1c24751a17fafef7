package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the texts that a column of a {@linkplain Network#rows() row} can hold. Each becomes a
 * feature, 1 where the text is this one and 0 elsewhere; any other text is an error. On a {@link
 * Label} they are the classes.
 *
 * <pre>
 * {@code record Passenger(@Categories({"S", "C", "Q"}) String port, @Label boolean survived) {}}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Categories {
  /** The texts, each once. At least two. */
  String[] value();
}
