package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives every row mean 0 and variance 1 over its units, then each unit a learned gain and shift
 * (layer normalisation, Ba, Kiros and Hinton 2016). It stands between the weights and the
 * activation:
 *
 * <pre>{@code
 * @Dense(units = 128, activation = GELU) @LayerNorm Layer hidden;
 * }</pre>
 *
 * <p>{@code y = gain · (x − mean) / √(variance + epsilon) + shift}, with the mean of the row's
 * units and their variance of the population (divided by the units). A row is computed without the
 * others, so training and prediction are the same. Gain starts at 1, shift at 0. Penalties and
 * weight decay leave both alone; {@code bias = true} of a penalty means the shift too.
 *
 * <p>Alone on a field it is a layer: {@code @LayerNorm Layer features;}. It needs at least 2 units.
 *
 * <p>Elsewhere: {@code LayerNorm(units, eps = 1e-5)} in PyTorch; {@code LayerNormalization} in
 * Keras, where epsilon is 0.001.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LayerNorm {
  /** What is added to the variance. At least 1e-30 and at most 1. */
  double epsilon() default 1e-5;
}
