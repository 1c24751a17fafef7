package dev.annette.processor.ir;

/** A loss: one kernel computes the loss of each row and its derivative by the outputs. */
public interface LossOp {
  /** Returns the name in program texts: {@code softmaxCrossEntropy}. */
  String name();

  /** Returns the call that computes row losses and the gradient of the outputs. */
  KernelCall lossAndGradient(Value outputs);
}
