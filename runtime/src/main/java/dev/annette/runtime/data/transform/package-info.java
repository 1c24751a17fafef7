/**
 * What is done to a batch between its source and the step that learns from it: weights of classes,
 * smoothed labels, mixed rows. Knows batches, targets and random numbers; must not know training.
 */
package dev.annette.runtime.data.transform;
