/**
 * What libraries are compared by: a task is a network with its data and initial weights in a
 * folder, and a contender a process that works on one. Knows nothing of Annette, so that every
 * library can be asked in the same words.
 */
package dev.annette.examples.benchmarks.task;
