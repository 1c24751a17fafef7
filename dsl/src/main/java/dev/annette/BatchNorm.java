package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives every unit mean 0 and variance 1 over the rows of a batch, then a learned gain and shift
 * (batch normalisation, Ioffe and Szegedy 2015). It stands between the weights and the activation:
 *
 * <pre>{@code
 * @Dense(units = 128, activation = RELU, bias = false) @BatchNorm Layer hidden;
 * }</pre>
 *
 * <p>Training: {@code y = gain · (x − mean) / √(variance + epsilon) + shift}, with the mean of the
 * batch's rows and their variance of the population (divided by the rows). Gain starts at 1, shift
 * at 0. Penalties and weight decay leave both alone; {@code bias = true} of a penalty means the
 * shift too. A bias before it has no effect, since the mean takes it away: write {@code bias =
 * false}. Weights of rows do not count in means and variances.
 *
 * <p>Prediction: the same with running statistics, which every step moves: {@code running =
 * momentum · running + (1 − momentum) · batch}, from mean 0 and variance 1. The running variance
 * takes the unbiased variance of a batch (divided by the rows less 1), as in PyTorch; Keras and
 * ONNX take that of the population. A model file holds gain, shift, running mean and variance; the
 * model folds them into one scale and shift for each unit when it is made.
 *
 * <p>One row alone has no variance: a batch of 1 row is normalised by the running statistics, as in
 * prediction, and does not move them. A last batch of fewer rows counts like any other.
 *
 * <p>Alone on a field it is a layer: {@code @BatchNorm Layer features;}.
 *
 * <p>Elsewhere: {@code BatchNorm1d(momentum = 1 − momentum)} in PyTorch, whose momentum is the
 * share of the new; {@code BatchNormalization(momentum, epsilon)} in Keras, where the defaults are
 * 0.99 and 0.001.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface BatchNorm {
  /** The share of the old that running statistics keep in each step. At least 0 and below 1. */
  double momentum() default 0.9;

  /** What is added to the variance. At least 1e-30 and at most 1. */
  double epsilon() default 1e-5;
}
