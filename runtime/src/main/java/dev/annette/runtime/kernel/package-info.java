/**
 * The numerical routines of a network: arrays in, arrays out.
 *
 * <p>Activations are {@code [batch, width]} and weights {@code [in, out]}, both row-major {@code
 * float[]}. Every output of a product is one chain of fused multiply-adds over the ascending
 * reduction index, so results do not depend on the provider of the {@link
 * dev.annette.runtime.kernel.Kernels}, on threads, on batch sizes or on the JDK. Nothing here knows
 * layers, optimizers or models.
 */
package dev.annette.runtime.kernel;
