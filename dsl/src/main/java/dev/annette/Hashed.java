package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns a text of a {@linkplain Network#rows() row}, of which any may come, into a fixed number of
 * features: 1 in the one that a hash of the text chooses, 0 elsewhere (the hashing trick,
 * Weinberger et al. 2009). Texts may share a feature; the more features, the fewer do. The hash is
 * FNV-1a of the UTF-8 bytes, so it is the same everywhere.
 *
 * <pre>{@code record Passenger(@Hashed(32) String cabin, @Label boolean survived) {}}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Hashed {
  /** How many features there are. At least 2. */
  int value();
}
