package dev.annette.runtime.metric;

/**
 * What an {@link Evaluation} measures besides the loss, according to what the outputs are: one of
 * some classes (yes or no are two), several answers of yes or no, or numbers.
 */
public sealed interface Measures permits ClassMeasures, LabelMeasures, NumberMeasures {}
