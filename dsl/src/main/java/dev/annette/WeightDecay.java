package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shrinks a layer's weights by a share in each step, apart from the gradient (decoupled weight
 * decay, Loshchilov and Hutter 2019): {@code w ← (1 − η·value)·w − step}, with η the learning rate
 * and any optimizer's step.
 *
 * <p>It is no part of the loss. Unlike {@link L2} it shrinks all weights alike under optimizers
 * with a step size for every weight, such as Adam. It is added to the decay that AdamW has of its
 * own. As {@code weight_decay} of Keras' optimizers and of PyTorch's AdamW.
 *
 * <pre>{@code @Dense(units = 128) @WeightDecay(0.01) Layer hidden;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface WeightDecay {
  /** The decay ω. At least 0 and finite. */
  double value();

  /** Whether the bias decays as well as the weights. */
  boolean bias() default false;
}
