/**
 * Rows in memory: datasets, how they are split, and the batches that training takes from them.
 *
 * <p>Knows targets and random numbers; knows nothing of training or of files other than those it
 * reads rows from.
 */
package dev.annette.runtime.data;
