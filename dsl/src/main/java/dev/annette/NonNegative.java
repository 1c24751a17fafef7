package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a layer's weights at least 0: within every update, {@code w ← max(w, 0)}, after penalties.
 * As Keras' {@code NonNeg}. Biases are free.
 *
 * <pre>{@code @Dense(units = 16) @NonNegative Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface NonNegative {}
