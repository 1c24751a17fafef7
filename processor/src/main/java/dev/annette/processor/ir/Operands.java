package dev.annette.processor.ir;

import java.util.List;

/** The values of one step, as operations ask for them. */
public record Operands(Step step) {
  /** Returns the array of the input. */
  public Operand input() {
    return new Operand.Array(step.input());
  }

  /** Returns the array of the output. */
  public Operand output() {
    return new Operand.Array(step.output());
  }

  /** Returns the array of the mask. */
  public Operand mask() {
    return new Operand.Array(step.mask());
  }

  /** Returns the array of the derivative of the loss by the input. */
  public Operand inputGradient() {
    return new Operand.Array(step.input().gradient());
  }

  /** Returns the array of the derivative of the loss by the output. */
  public Operand outputGradient() {
    return new Operand.Array(step.output().gradient());
  }

  /** Returns the numbers in a row of the input. */
  public Operand inputSize() {
    return new Operand.Size(step.input().width());
  }

  /** Returns the numbers in a row of the output. */
  public Operand outputSize() {
    return new Operand.Size(step.output().width());
  }

  /** Returns the array of a parameter, counted as the operation declares them. */
  public Operand parameter(int index) {
    return new Operand.Array(step.parameters().get(index));
  }

  /** Returns the weights of a model that may be pruned, counted as the operation declares them. */
  public Operand matrix(int index) {
    return new Operand.Matrix(step.parameters().get(index));
  }

  /** Returns one of the vectors of the operation. */
  public Operand column(String name) {
    return new Operand.Array(step.column(name));
  }

  /** Returns what takes the gradient of a parameter, or the new numbers of a running one. */
  public Operand sink(int index) {
    return new Operand.Sink(step.parameters().get(index));
  }

  /** Returns the parameters of the step. */
  public List<Value> parameters() {
    return step.parameters();
  }
}
