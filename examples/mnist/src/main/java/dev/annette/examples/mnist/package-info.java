/** MNIST: two hidden layers of 512 units with dropout. */
package dev.annette.examples.mnist;
