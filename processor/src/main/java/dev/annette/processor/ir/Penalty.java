package dev.annette.processor.ir;

import dev.annette.L1Method;
import dev.annette.PenaltyScaling;

/**
 * A penalty on a parameter.
 *
 * @param kind {@code l1} or {@code l2}: the method that adds it to a learned parameter
 * @param strength λ
 * @param scaling what λ means
 * @param method how an L1 penalty enters the update; null for L2
 */
public record Penalty(String kind, Hyper strength, PenaltyScaling scaling, L1Method method) {}
