/** Deeplearning4j as a contender. */
package dev.annette.examples.benchmarks.dl4j;
