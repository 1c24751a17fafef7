/** PyTorch through the Deep Java Library, as a contender. */
package dev.annette.examples.benchmarks.djl;
