package dev.annette.runtime.train;

/**
 * What a run knows beside weights, averages, optimizer and history.
 *
 * @param firstStep the updates that were made before it
 * @param firstEpoch the epochs that were finished before it
 * @param rateScale what callbacks have multiplied the learning rate by
 * @param averaged how many weights the average has taken
 * @param plateau what the reduction on plateaus knows; null if there is none
 * @param stopping what early stopping knows; null if there is none
 */
record RunState(
    long firstStep,
    long firstEpoch,
    double rateScale,
    long averaged,
    ReduceOnPlateau.State plateau,
    EarlyStopping.State stopping) {}
