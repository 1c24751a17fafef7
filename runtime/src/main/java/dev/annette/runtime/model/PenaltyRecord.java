package dev.annette.runtime.model;

/**
 * A penalty as it acted in training.
 *
 * @param parameter the tensor it acts on, {@code hidden.weights}
 * @param kind its annotation in lower camel case: {@code l1}, {@code groupLasso}
 * @param lambda the declared or overridden λ
 * @param scaling what λ means, the constant of {@link dev.annette.PenaltyScaling} in lower case;
 *     {@code decoupled} for a weight decay, {@code plain} for a penalty on what a layer hands on,
 *     whose mean over the rows λ multiplies as it is
 * @param effective what the penalty's sum is multiplied by: the gradient gained {@code effective·w}
 *     under L2, {@code effective·sign(w)} under L1
 */
public record PenaltyRecord(
    String parameter, String kind, double lambda, String scaling, double effective) {}
