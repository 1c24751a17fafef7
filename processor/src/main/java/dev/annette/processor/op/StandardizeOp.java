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
 * {@code y = (x − mean) · scale}, with mean and scale {@code [width]} measured on the training
 * rows. It reads raw features, whose gradient nothing asks for.
 */
public final class StandardizeOp implements Op {
  private static final KernelRef FORWARD =
      KernelRef.of(
          "StandardizeKernel",
          "forward",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int");

  @Override
  public String name() {
    return "standardize";
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of();
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
    throw new IllegalStateException("standardize reads features, whose gradient nothing asks for");
  }

  @Override
  public long multiplyAdds(Operands step) {
    return step.step().output().width().size();
  }
}
