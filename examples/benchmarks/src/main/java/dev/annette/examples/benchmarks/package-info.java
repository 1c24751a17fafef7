/**
 * The workloads W1 to W8 as networks, tasks and JMH benchmarks, what techniques cost, and how a
 * fresh JVM begins.
 */
package dev.annette.examples.benchmarks;
