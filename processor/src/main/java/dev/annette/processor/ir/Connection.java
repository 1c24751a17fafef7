package dev.annette.processor.ir;

import java.util.List;

/**
 * The operation by which a layer multiplies what comes in by its weights.
 *
 * @param op the operation
 * @param more what it reads beside the layer's weights and biases, after them
 */
public record Connection(Op op, List<Value> more) {
  /** Copies the list. */
  public Connection {
    more = List.copyOf(more);
  }
}
