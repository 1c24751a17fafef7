package dev.annette.processor.ir;

/**
 * An array of numbers that the network computes with.
 *
 * @param name unique in its program: {@code hidden.weights}
 * @param role what kind of numbers these are
 * @param rows the constant that counts its rows, or null when it has a row for each row of the
 *     batch
 * @param width the numbers in a row
 * @param layer the layer it belongs to, empty for the input
 */
public record Value(String name, Role role, Width rows, Width width, String layer) {
  /** What kind of numbers a value holds. */
  public enum Role {
    /** The features that the user gives. */
    DATA,
    /** Numbers that training changes. */
    LEARNED,
    /** Numbers measured once on the training rows. */
    STATISTIC,
    /** Numbers that follow the batches of training. */
    RUNNING,
    /** What a step takes of all rows, {@code [width]}. */
    COLUMN,
    /** What a step computes, {@code [batch, width]}. */
    ACTIVATION,
    /** What a step leaves beside its output: which units it left out, {@code [batch, width]}. */
    MASK,
    /** The derivative of the loss by an activation, {@code [batch, width]}. */
    GRADIENT
  }

  /** Returns a value with a row for each row of the batch. */
  public static Value perRow(String name, Role role, Width width, String layer) {
    return new Value(name, role, null, width, layer);
  }

  /** Returns whether it has a row for each row of the batch. */
  public boolean isPerRow() {
    return switch (role) {
      case LEARNED, STATISTIC, RUNNING, COLUMN -> false;
      case DATA, ACTIVATION, MASK, GRADIENT -> true;
    };
  }

  /** Returns the value that holds the derivative of the loss by this one. */
  public Value gradient() {
    return perRow("d " + name, Role.GRADIENT, width, layer);
  }

  /** Returns how many numbers there are, or how many in each row of the batch. */
  public long size() {
    return rows == null ? width.size() : (long) rows.size() * width.size();
  }

  /** Returns the shape as text: {@code [64, 128]} or {@code [B, 128]}. */
  public String shapeText() {
    if (isPerRow()) {
      return "[B, " + width.size() + "]";
    }
    return rows == null ? "[" + width.size() + "]" : "[" + rows.size() + ", " + width.size() + "]";
  }
}
