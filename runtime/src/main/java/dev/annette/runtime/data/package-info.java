/**
 * Rows: datasets in memory, how they are split, sources that are read anew for every pass, and the
 * batches that training takes from both.
 *
 * <p>Knows targets and random numbers; knows nothing of training or of files other than those it
 * reads rows from.
 */
package dev.annette.runtime.data;
