/**
 * Randomness as a function: a number is computed from a key and the index of the element that needs
 * it, never from the numbers drawn before. So it depends neither on the order of computation nor on
 * threads or vector widths. Knows seeds, purposes and names; must not know networks, layers or
 * training.
 */
package dev.annette.runtime.random;
