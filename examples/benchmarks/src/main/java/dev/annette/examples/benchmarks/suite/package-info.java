/**
 * A contest of libraries on the same tasks: every contender is a process of its own, they are timed
 * in short windows by turns, and what comes out is a table, plots and the raw numbers.
 */
package dev.annette.examples.benchmarks.suite;
