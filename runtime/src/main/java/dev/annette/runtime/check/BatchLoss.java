package dev.annette.runtime.check;

/** The data loss of a batch, of one of the library's losses or of a user's. */
interface BatchLoss {
  /** Returns what came out of the last layer, {@code [rows, outputs]}. */
  Matrix logits();

  /** Returns what the network predicts, {@code [rows, outputs]}. */
  Matrix outputs();

  /** Returns the loss. */
  double value();

  /** Returns the derivative of {@link #value} by the logits, {@code [rows, outputs]}. */
  Matrix gradient();
}
