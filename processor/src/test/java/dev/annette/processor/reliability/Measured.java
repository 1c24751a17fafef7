package dev.annette.processor.reliability;

/**
 * A figure as a test has written it.
 *
 * @param figure its name
 * @param count how many cases were tried
 * @param worst the worst value met
 * @param failures how many cases did not hold
 * @param seed what the cases were drawn from
 * @param seconds how long it took
 */
record Measured(
    String figure, long count, double worst, long failures, long seed, double seconds) {}
