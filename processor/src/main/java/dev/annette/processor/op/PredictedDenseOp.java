package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.NONE;
import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;

import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operands;
import java.util.List;
import java.util.Set;

/** {@code y = x W + b} as it predicts: its weights W may be pruned. */
final class PredictedDenseOp implements Op {
  private static final KernelRef FORWARD =
      KernelRef.of(
          "DenseKernel",
          "forward",
          "float[]",
          "WeightMatrix",
          "float[]",
          "float[]",
          "int",
          "int",
          "Scratch");

  private final String name;

  PredictedDenseOp(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of();
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    boolean hasBias = step.parameters().size() > 1;
    return List.of(
        KernelCall.of(
            FORWARD,
            step.input(),
            step.matrix(0),
            hasBias ? step.parameter(1) : NONE,
            step.output(),
            ROW_RANGE,
            SCRATCH));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    throw new IllegalStateException("a model does not learn");
  }

  @Override
  public long multiplyAdds(Operands step) {
    return step.parameters().get(0).size();
  }
}
