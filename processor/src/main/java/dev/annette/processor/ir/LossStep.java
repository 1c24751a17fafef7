package dev.annette.processor.ir;

/**
 * The last step of training: compares outputs with targets.
 *
 * @param op the loss
 * @param outputs what it reads, {@code [B, outputs]}
 */
public record LossStep(LossOp op, Value outputs) {}
