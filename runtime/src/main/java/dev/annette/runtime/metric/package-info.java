/**
 * Numbers that say how well a model does on rows it is shown. Sums are in double precision, over
 * ascending rows, and respect sample weights.
 *
 * <p>Knows models and datasets; knows nothing of how models are trained.
 */
package dev.annette.runtime.metric;
