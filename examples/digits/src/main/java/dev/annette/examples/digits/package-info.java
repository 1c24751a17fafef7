/** Handwritten digits: a hidden layer with an L2 penalty and dropout, on real data. */
package dev.annette.examples.digits;
