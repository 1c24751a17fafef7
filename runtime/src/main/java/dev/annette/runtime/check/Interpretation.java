package dev.annette.runtime.check;

/**
 * What a network computes for a batch, in double precision.
 *
 * @param outputs what it predicts, [rows, outputs]: probabilities for a cross-entropy
 * @param logits what the loss is computed from, [rows, outputs]: the outputs themselves unless the
 *     loss is a cross-entropy
 * @param dataLoss the loss of the batch, without penalties
 * @param activityPenalty the penalties on what layers handed on
 * @param gradients the derivative of the sum of both by every tensor, statistics included
 */
public record Interpretation(
    Matrix outputs, Matrix logits, double dataLoss, double activityPenalty, Tensors gradients) {}
