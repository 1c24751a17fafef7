package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns the category of a column of a {@linkplain Network#rows() row} into numbers of its own,
 * which are learned with the network, rather than into a feature for each category. Categories that
 * act alike come to lie close together (Guo and Berkhahn 2016). Stands on an enum, on a text with
 * {@link Categories} or {@link Hashed}, or on a number with {@link Bucketize}.
 *
 * <p>The column is one feature: 1 for the first category, 2 for the second, and 0 for a missing one
 * ({@link Impute} with {@link Imputation#ZEROS}), whose numbers are all 0. The numbers {@code
 * [categories, dims]} start with {@link Initializer#STANDARD_NORMAL}.
 *
 * <pre>
 * {@code record Sale(@Hashed(1000) @Embedding(8) String store, @Label float turnover) {}}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Embedding {
  /** How many numbers a category becomes. At least 1; fewer than there are categories is usual. */
  int value();
}
