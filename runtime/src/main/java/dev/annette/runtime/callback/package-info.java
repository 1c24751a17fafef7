/**
 * Callbacks ready to use: models saved and epochs written to files in the course of a run. Knows
 * runs as every callback does, by {@link dev.annette.runtime.train.Control}.
 */
package dev.annette.runtime.callback;
