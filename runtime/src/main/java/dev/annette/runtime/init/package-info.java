/**
 * The first values of weights: one class for each constant of {@link dev.annette.Initializer}.
 *
 * <p>Weights are {@code [in, out]}, row-major. Every value depends on the key and on its own index
 * only (of {@link dev.annette.runtime.init.Orthogonal}: on the key and the shape). Knows no layers.
 */
package dev.annette.runtime.init;
