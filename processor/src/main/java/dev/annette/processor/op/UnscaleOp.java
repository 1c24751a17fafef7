package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;

import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operands;
import java.util.List;
import java.util.Set;

/**
 * {@code y = x · scale + mean}, with mean and scale {@code [width]} measured on the targets of the
 * training rows: {@code dx = dy · scale}.
 */
public final class UnscaleOp implements Op {
  private static final String KERNEL = "UnscaleKernel";

  private static final KernelRef FORWARD =
      KernelRef.of(
          KERNEL, "forward", "float[]", "float[]", "float[]", "float[]", "int", "int", "int");
  private static final KernelRef BACKWARD =
      KernelRef.of(KERNEL, "backward", "float[]", "float[]", "int", "int", "int");

  @Override
  public String name() {
    return "unscale";
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of();
  }

  @Override
  public boolean inPlace() {
    return true;
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            FORWARD,
            step.input(),
            step.parameter(0),
            step.parameter(1),
            step.output(),
            ROW_RANGE,
            step.outputSize()));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            BACKWARD, step.parameter(1), step.outputGradient(), ROW_RANGE, step.outputSize()));
  }
}
