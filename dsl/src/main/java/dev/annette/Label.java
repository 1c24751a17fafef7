package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column of a {@linkplain Network#rows() row} that is predicted; it is no feature. Its type
 * says how, and loss and width of the output follow from it:
 *
 * <ul>
 *   <li>an enum, or a text with {@link Categories}: one of these classes ({@link
 *       Loss#CROSS_ENTROPY}, one output for each);
 *   <li>a boolean: yes or no ({@link Loss#BINARY_CROSS_ENTROPY}), several of them: each by itself;
 *   <li>a number: this number ({@link Loss#HALF_SQUARED_ERROR}, or another loss of {@link
 *       Network}), several of them: all at once.
 * </ul>
 *
 * <p>{@link Standardize} beside a number has the network predict it from mean 0 and deviation 1,
 * measured on the training rows: answers, loss and measures stay in the number's own unit.
 *
 * <pre>{@code record Flower(float length, float width, @Label boolean poisonous) {}}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Label {}
