package dev.annette.processor.ir;

import dev.annette.PenaltyScaling;

/**
 * A penalty on a parameter.
 *
 * @param kind its name in descriptions: {@code l2}
 * @param strength λ
 * @param scaling what λ means; null where λ has one meaning
 * @param term the object that adds it to the learned parameter
 * @param formula the effective strength in words of λ, m, n and c
 * @param sum what the effective strength multiplies, in ASCII, w being a number of the parameter
 */
public record Penalty(
    String kind,
    Hyper strength,
    PenaltyScaling scaling,
    RuntimeObject term,
    String formula,
    String sum) {}
