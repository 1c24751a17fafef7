package dev.annette.processor.pass;

import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;

/** The part of a program that predicts: forward to the outputs, without what only training does. */
public final class Prediction {
  private Prediction() {}

  /** Returns the steps from features to outputs (logits, where a link follows them). */
  public static Program of(Program training) {
    Program joint = training.withForward(JointPrediction.of(training), training.loss());
    return ForwardOnly.of(joint, Step::predicting, step -> step.op().trainingOnly());
  }
}
