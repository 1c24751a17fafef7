/**
 * The programs of a classic tutorial on regularisation: linear regression with an L2 penalty, its
 * L1 twin, and a small network with dropout.
 */
package dev.annette.examples.textbook;
