package dev.annette.runtime.check;

import java.util.SortedMap;

/**
 * The penalties of a network.
 *
 * @param value their sum
 * @param values the part of every penalised tensor, by its name
 * @param gradients the derivative of the sum by every tensor
 */
public record Penalty(double value, SortedMap<String, Double> values, Tensors gradients) {}
