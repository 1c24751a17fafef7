package dev.annette.processor.pass;

import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;

/**
 * The part of a program that predicts with the noise of training: forward to the outputs, drawing
 * what training draws, without anything else that only training does.
 */
public final class Sampling {
  private Sampling() {}

  /** Returns the steps from features to outputs (logits, where a link follows them). */
  public static Program of(Program training) {
    return ForwardOnly.of(
        training, Step::sampling, step -> step.op().trainingOnly() && !step.draws());
  }
}
