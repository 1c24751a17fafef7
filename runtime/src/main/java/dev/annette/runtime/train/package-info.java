/**
 * Training: optimizers, penalties, the options of a run and the loop that carries it out.
 *
 * <p>A generated trainer holds arrays and calls kernels; everything that does not depend on its
 * network is here, in {@link dev.annette.runtime.train.TrainingState}. This package knows batches
 * and models, but nothing of model files.
 */
package dev.annette.runtime.train;
