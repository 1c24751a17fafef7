package dev.annette.runtime.train;

/**
 * An average of the weights in the course of a run, which validation and {@code trainer.model()}
 * take in place of the weights; training goes on with the weights themselves. As PyTorch's {@code
 * AveragedModel}: the first weights are copied, statistics of the inputs are not averaged. Of batch
 * normalisation's running statistics {@link Ema} takes those of the weights themselves, which lie
 * near; {@link Swa} measures its own.
 *
 * <p>The mean of weights that a constraint keeps need not keep it, as the mean of two directions is
 * shorter than they are. So the model's weights are the average moved into the constraints as after
 * an update; the average itself goes on unmoved. And it is 0 only where all weights averaged were,
 * so a model has fewer exact zeros than the weights that an L1 penalty leaves; a remark says so.
 */
public sealed interface Averaging permits Ema, Swa {}
