/**
 * The losses: one class for each constant of {@link dev.annette.Loss}, and the two cross-entropies
 * fused with the activation before them. Each writes the loss of every row of a batch and the
 * gradient of the batch's mean by the outputs in one pass.
 *
 * <p>Arrays are {@code [batch, units]}, row-major; rows outside {@code [from, to)} are neither read
 * nor written. A row's sums run over ascending outputs. Knows no layers and no training.
 */
package dev.annette.runtime.kernel.loss;
