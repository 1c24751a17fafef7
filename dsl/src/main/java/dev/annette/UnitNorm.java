package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the norm of the weights that enter each unit at 1: after every update, {@code w ← w/‖w‖₂}.
 * Weights that are all 0 stay so. As Keras' {@code UnitNorm(axis=0)}. Biases are free.
 *
 * <pre>{@code @Dense(units = 16) @UnitNorm Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface UnitNorm {}
