package dev.annette.runtime.model;

/**
 * A penalty as it acted in training.
 *
 * @param parameter the tensor it acts on, {@code hidden.weights}
 * @param kind {@code l1} or {@code l2}
 * @param lambda the declared or overridden λ
 * @param scaling what λ means, the constant of {@link dev.annette.PenaltyScaling} in lower case
 * @param effective what the gradient gained: {@code effective·w} or {@code effective·sign(w)}
 */
public record PenaltyRecord(
    String parameter, String kind, double lambda, String scaling, double effective) {}
