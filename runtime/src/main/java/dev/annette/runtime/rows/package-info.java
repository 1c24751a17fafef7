/**
 * Typed rows: how the values of columns become features and targets, and what is measured of them
 * on the training rows. Generated code puts these together for one type of row.
 *
 * <p>Knows datasets; knows nothing of networks or training.
 */
package dev.annette.runtime.rows;
