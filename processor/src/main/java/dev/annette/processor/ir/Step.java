package dev.annette.processor.ir;

import java.util.List;

/**
 * One operation applied to values.
 *
 * @param op the operation
 * @param input what it reads, {@code [B, in]}
 * @param parameters the learned and fitted values it reads
 * @param mask where it says which units it left out, or null
 * @param output what it computes, {@code [B, out]}
 */
public record Step(Op op, Value input, List<Value> parameters, Value mask, Value output) {
  /** Copies the list of parameters. */
  public Step {
    parameters = List.copyOf(parameters);
  }

  /** Returns the layer that the step belongs to. */
  public String layer() {
    return output.layer();
  }

  /** Returns the step's values as operations ask for them. */
  public Operands operands() {
    return new Operands(this);
  }

  /** Returns the step reading another value. */
  public Step reading(Value other) {
    return new Step(op, other, parameters, mask, output);
  }
}
