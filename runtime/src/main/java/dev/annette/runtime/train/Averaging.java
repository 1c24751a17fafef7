package dev.annette.runtime.train;

/**
 * An average of the weights in the course of a run, which validation and {@code trainer.model()}
 * take in place of the weights; training goes on with the weights themselves. As PyTorch's {@code
 * AveragedModel}: the first weights are copied, statistics of the inputs are not averaged. Of batch
 * normalisation's running statistics {@link Ema} takes those of the weights themselves, which lie
 * near; {@link Swa} measures its own.
 */
public sealed interface Averaging permits Ema, Swa {}
