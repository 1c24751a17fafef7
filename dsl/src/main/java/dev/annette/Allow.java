package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Switches off named compile-time warnings on a layer or a whole network. The key of a warning
 * stands in its message: {@code [annette/dropout-on-output]} is allowed by
 * {@code @Allow("dropout-on-output")}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Allow {
  /** The keys of the warnings, without {@code annette/}. */
  String[] value();
}
