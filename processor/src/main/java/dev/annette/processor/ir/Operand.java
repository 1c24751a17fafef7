package dev.annette.processor.ir;

/** One argument of a kernel call. */
public sealed interface Operand {
  /** The array that holds a value. */
  record Array(Value value) implements Operand {}

  /** The learned weights {@code [in, out]} of a model, which may be pruned. */
  record Matrix(Value weights) implements Operand {}

  /** The numbers in a row of a value. */
  record Size(Width width) implements Operand {}

  /** A number of the declaration, as a float. */
  record Number(Constant constant) implements Operand {}

  /** A number of the declaration, as it is. */
  record Exact(Constant constant) implements Operand {}

  /**
   * A kernel that works row by row, as a function.
   *
   * @param parameter the number that the kernel takes beside rows, or null
   */
  record Function(KernelRef kernel, Constant parameter) implements Operand {}

  /** A yes or no. */
  record Flag(boolean value) implements Operand {}

  /** A text, such as a name for messages. */
  record Text(String text) implements Operand {}

  /** A constant of an enum. */
  record Choice(Enum<?> constant) implements Operand {}

  /** A new object of a class that the user wrote. */
  record Created(ClassRef type) implements Operand {}

  /** A number that {@code Training} can override, itself rather than its value. */
  record Overridable(Hyper hyper) implements Operand {}

  /** The value, in this run, of a number that {@code Training} can override, as a float. */
  record Setting(Hyper hyper) implements Operand {}

  /** Where the penalty of each row goes, by the strength of the penalty. */
  record RowPenalty(Hyper strength) implements Operand {}

  /** The key of the random numbers of this step, for a purpose of one layer. */
  record RandomKey(RandomStream stream) implements Operand {}

  /** An object that a trainer keeps for its steps. */
  record HeldObject(Held held) implements Operand {}

  /** What takes the gradient of a learned value, or the new numbers of a running one. */
  record Sink(Value learned) implements Operand {}

  /** An argument that is the same in every network. */
  enum Given implements Operand {
    /** The first row of a range, and the row after its last: two arguments. */
    ROW_RANGE,
    /** This share of an update, and the number of shares: two arguments. */
    PART,
    /** The rows of the batch. */
    BATCH_ROWS,
    /** What the outputs are compared with. */
    TARGETS,
    /** The weight of each row, or null. */
    ROW_WEIGHTS,
    /** The loss of each row. */
    ROW_LOSS,
    /** The loss that the user wrote. */
    CUSTOM_LOSS,
    /** Working memory of the thread. */
    SCRATCH,
    /** No array. */
    NONE
  }
}
