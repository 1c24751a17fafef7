package dev.annette.processor.ir;

import java.util.List;
import java.util.stream.Stream;

/**
 * One operation applied to values.
 *
 * @param op the operation
 * @param input what it reads, {@code [B, in]}
 * @param parameters the learned and fitted values it reads
 * @param mask what it leaves beside the output, such as which units it left out, or null
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

  /** Returns one of the vectors of its operation: {@code hidden.batchMean}. */
  public Value column(String name) {
    return new Value(layer() + "." + name, Value.Role.COLUMN, null, output.width(), layer());
  }

  /** Returns the vectors of its operation. */
  public List<Value> columns() {
    return op.columns().stream().map(this::column).toList();
  }

  /** Returns the step as it predicts. */
  public Step predicting() {
    return new Step(op.predicting(), input, parameters, mask, output);
  }

  /** Returns the step as it draws predictions with the noise of training. */
  public Step sampling() {
    Op drawn = op.sampling();
    boolean lacksMask = mask == null && drawn.leavesMask();
    return new Step(drawn, input, parameters, lacksMask ? maskOf(drawn) : mask, output);
  }

  private Value maskOf(Op drawn) {
    String name = layer() + "." + drawn.maskName();
    return Value.perRow(name, Value.Role.MASK, output.width(), layer());
  }

  /** Returns the streams of random numbers that its forward pass draws from. */
  public List<RandomStream> randoms() {
    return Stream.of(op.draw(operands()), op.forwardAcrossRows(operands()), op.forward(operands()))
        .flatMap(List::stream)
        .flatMap(call -> call.operands().stream())
        .filter(Operand.RandomKey.class::isInstance)
        .map(key -> ((Operand.RandomKey) key).stream())
        .distinct()
        .toList();
  }

  /** Returns whether its output is another in every draw. */
  public boolean draws() {
    return !randoms().isEmpty();
  }

  /** Returns the step reading another value. */
  public Step reading(Value other) {
    return new Step(op, other, parameters, mask, output);
  }
}
