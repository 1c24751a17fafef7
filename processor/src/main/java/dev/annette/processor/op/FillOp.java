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
 * {@code y[j] = x[j] + fill[j] * x[j + 1]}, where {@code x[j + 1]} says whether feature j is
 * missing. It reads raw features, whose gradient nothing asks for.
 */
public final class FillOp implements Op {
  private static final KernelRef FORWARD =
      KernelRef.of("FillKernel", "forward", "float[]", "float[]", "float[]", "int", "int", "int");

  @Override
  public String name() {
    return "fill";
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of();
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            FORWARD, step.input(), step.parameter(0), step.output(), ROW_RANGE, step.outputSize()));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    throw new IllegalStateException("fill reads features, whose gradient nothing asks for");
  }

  @Override
  public long multiplyAdds(Operands step) {
    return step.step().output().width().size();
  }
}
