/**
 * The workloads W1 to W7 that the README's table of speeds names, as networks and JMH benchmarks.
 */
package dev.annette.examples.benchmarks;
