package dev.annette.processor.ir;

/**
 * What a modifier that disturbs the outputs of its layer in training does to them.
 *
 * @param droppedShare the share of the outputs that it leaves out; 0 where it leaves out none
 * @param keepsMoments whether outputs of a SELU keep mean 0 and variance 1
 */
public record Noise(double droppedShare, boolean keepsMoments) {}
