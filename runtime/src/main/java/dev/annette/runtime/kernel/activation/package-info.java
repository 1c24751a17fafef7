/**
 * The activations: one class for each constant of {@link dev.annette.Activation} but LINEAR, with
 * its forward and its backward pass over rows of a batch.
 *
 * <p>Arrays are {@code [batch, units]}, row-major; rows outside {@code [from, to)} are neither read
 * nor written. NaN stays NaN in both directions. {@code backward} multiplies the gradient by the
 * derivative, computed from what {@link dev.annette.Activation#keeps()} names. Knows no layers.
 */
package dev.annette.runtime.kernel.activation;
