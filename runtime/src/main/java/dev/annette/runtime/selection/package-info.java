/**
 * Which options a network should be trained with: cross-validation, regularisation paths, ablations
 * and searches over the options of a run, for any trainer.
 *
 * <p>Knows trainers by their interface alone, and nothing of how a network computes. Fits follow
 * one another, since each uses all cores.
 */
package dev.annette.runtime.selection;
