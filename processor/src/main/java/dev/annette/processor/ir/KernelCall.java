package dev.annette.processor.ir;

import java.util.List;

/**
 * A call of a kernel, as data.
 *
 * @param kernel what is called
 * @param operands its arguments, in order
 */
public record KernelCall(KernelRef kernel, List<Operand> operands) {
  /** Copies the list of operands. */
  public KernelCall {
    operands = List.copyOf(operands);
  }

  /** Returns a call with these arguments. */
  public static KernelCall of(KernelRef kernel, Operand... operands) {
    return new KernelCall(kernel, List.of(operands));
  }
}
