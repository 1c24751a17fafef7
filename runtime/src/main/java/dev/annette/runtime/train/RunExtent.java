package dev.annette.runtime.train;

/**
 * How far a run goes, for its report.
 *
 * @param epochs its passes over the rows, at most
 * @param batches the batches of one pass
 * @param steps its updates, at most
 * @param mayEndEarly whether something may end it before
 */
record RunExtent(int epochs, int batches, long steps, boolean mayEndEarly) {}
