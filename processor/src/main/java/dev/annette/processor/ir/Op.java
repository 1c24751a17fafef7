package dev.annette.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A differentiable operation. Its derivative lives in its own file, beside the function that it
 * differentiates.
 */
public interface Op {
  /** Returns the name in program texts and of values: {@code dense}. */
  String name();

  /**
   * Returns the numbers of the operation in program texts, such as {@code rate 0.5}; may be empty.
   */
  default String details() {
    return "";
  }

  /** Returns what the backward pass reads of the forward pass. */
  Set<Kept> keeps();

  /** Returns whether the output may overwrite the input. */
  default boolean inPlace() {
    return false;
  }

  /**
   * Returns whether, wherever the gradient passes, the output is above 0 exactly where the input
   * is; then a step before this one that keeps only the sign of its output may be overwritten.
   */
  default boolean preservesSign() {
    return false;
  }

  /**
   * Returns whether each number of the output comes from the number of the input at its place, on
   * the way back too, and nothing else comes of it: then what a later step leaves out need not be
   * computed.
   */
  default boolean isElementwise() {
    return false;
  }

  /** Returns whether it is elementwise, and 0 wherever its input is. */
  default boolean keepsZeros() {
    return false;
  }

  /** Returns the units that it leaves out of all rows of a step alike; nothing for most. */
  default Optional<Held> leavesOut() {
    return Optional.empty();
  }

  /**
   * Returns the operation that stands for this one where units are left out of all rows of a step
   * alike; nothing for one that cannot do with less.
   *
   * @param inputs which numbers of the input are kept, or null for all
   * @param units which numbers of the output are kept, or null for all
   */
  default Optional<Op> keeping(Operands step, Held inputs, Held units) {
    return Optional.empty();
  }

  /** Returns the objects that a trainer keeps for it. */
  default List<Held> holds() {
    return List.of();
  }

  /** Returns whether the operation is part of training only. */
  default boolean trainingOnly() {
    return false;
  }

  /** Returns the operation that stands for this one in prediction. */
  default Op predicting() {
    return this;
  }

  /**
   * Returns the operation that stands for this one and the next in prediction, where they predict
   * together.
   */
  default Optional<Op> predictingWith(Op next) {
    return Optional.empty();
  }

  /**
   * Returns the operation that stands for this one where predictions are drawn with the noise of
   * training: noise as it trains, and what training measures on each batch as it predicts.
   */
  default Op sampling() {
    return this;
  }

  /**
   * Returns the vectors, a number for each column of the output, that calls across rows or {@link
   * #fold} fill for others of its calls to read.
   */
  default List<String> columns() {
    return List.of();
  }

  /** Returns the calls that draw what all rows of a training step share; they come first. */
  default List<KernelCall> draw(Operands step) {
    return List.of();
  }

  /**
   * Returns the calls that get ready what the rows of a training step read, after every {@link
   * #draw} and before any row; each call does a share.
   */
  default List<KernelCall> prepare(Operands step) {
    return List.of();
  }

  /** Returns the calls that a model makes once, when it is made. */
  default List<KernelCall> fold(Operands step) {
    return List.of();
  }

  /**
   * Returns the calls that take something of all rows of the input, before any row of the output is
   * computed; each call does a share of the columns.
   */
  default List<KernelCall> forwardAcrossRows(Operands step) {
    return List.of();
  }

  /**
   * Returns the calls that take something of all rows of the gradient of the output, before any row
   * of the gradient of the input is computed; each call does a share of the columns. They come
   * whether or not the gradient of the input is needed.
   */
  default List<KernelCall> backwardAcrossRows(Operands step) {
    return List.of();
  }

  /**
   * Returns whether it leaves an array beside its output, with a number for each number of the
   * output: what its backward pass reads, or what a replay of the step needs.
   */
  default boolean leavesMask() {
    return keeps().contains(Kept.MASK);
  }

  /** Returns what the name of its mask ends with; no other operation of a layer has the same. */
  default String maskName() {
    return "mask";
  }

  /** Returns what the numbers of its mask are. */
  default String maskMeaning() {
    return "what the gradient is multiplied by";
  }

  /** Returns the strength of the penalty that it puts on every row; nothing for most. */
  default Optional<Hyper> rowPenalty() {
    return Optional.empty();
  }

  /** Returns the calls that compute rows of the output. */
  List<KernelCall> forward(Operands step);

  /**
   * Returns the calls that turn the gradient of the output into that of the input, row by row. They
   * overwrite the gradient of the output when {@link #inPlace()}. Only called where the gradient of
   * the input is needed.
   */
  List<KernelCall> backward(Operands step);

  /** Returns the calls that compute the gradients of what the step learns, over all rows. */
  default List<KernelCall> update(Operands step) {
    return List.of();
  }

  /**
   * Returns the multiply-adds of one row, forward: of products, norms and scales. Functions of
   * single numbers, such as activations, and random numbers are none.
   */
  default long multiplyAdds(Operands step) {
    return 0;
  }

  /** Returns about how many multiply-adds take as long as one row, forward. */
  default long work(Operands step) {
    return multiplyAdds(step);
  }
}
