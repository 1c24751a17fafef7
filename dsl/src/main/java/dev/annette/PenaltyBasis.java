package dev.annette;

/**
 * What the effective strength of a penalty depends on besides its λ and its {@link PenaltyScaling}.
 *
 * @param examples m, the number of training examples
 * @param batchRows n, the number of rows in the batch
 * @param loss the loss of the network
 * @param outputs k, the outputs of a row
 */
public record PenaltyBasis(double examples, int batchRows, Loss loss, int outputs) {}
