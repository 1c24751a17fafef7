/**
 * An oracle for networks: what a description computes, in double precision, one textbook loop per
 * formula.
 *
 * <p>Knows descriptions, batches, the mathematics of {@code dev.annette} and, to compare with it, a
 * trainer. It must not know how a network is compiled, nor call a float kernel: a mistake made
 * there must not be repeated here.
 */
package dev.annette.runtime.check;
