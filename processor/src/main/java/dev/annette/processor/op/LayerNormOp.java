package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.BATCH_ROWS;
import static dev.annette.processor.ir.Operand.Given.PART;
import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;

import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Operands;
import java.util.List;
import java.util.Set;

/**
 * {@code y = x̂ · gain + shift} with {@code x̂ = (x − mean) / √(variance + ε)}, mean and variance
 * of the units of a row.
 *
 * <p>Backward: with {@code g = dy · gain}, {@code dx = (g − mean(g) − x̂ · mean(g · x̂)) /
 * √(variance + ε)}; {@code dgain = Σ dy · x̂} and {@code dshift = Σ dy} over the rows.
 */
public final class LayerNormOp implements Op {
  private static final String KERNEL = "LayerNormKernel";
  private static final KernelRef FORWARD =
      KernelRef.of(
          KERNEL, "forward", "float[]", "float[]", "float[]", "float[]", "int", "int", "int",
          "float");
  private static final KernelRef BACKWARD =
      KernelRef.of(
          KERNEL,
          "backward",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "float");
  private static final KernelRef GRADIENT =
      KernelRef.of(
          KERNEL,
          "gradients",
          "float[]",
          "float[]",
          "int",
          "int",
          "float",
          "GradientSink",
          "GradientSink",
          "int",
          "int",
          "Scratch");

  private final Constant epsilon;

  /** Creates the operation. */
  public LayerNormOp(Constant epsilon) {
    this.epsilon = epsilon;
  }

  @Override
  public String name() {
    return "layerNorm";
  }

  @Override
  public String details() {
    return "epsilon " + epsilon.value();
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of(Kept.INPUT);
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
            step.outputSize(),
            new Operand.Number(epsilon)));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            BACKWARD,
            step.input(),
            step.parameter(0),
            step.outputGradient(),
            step.inputGradient(),
            ROW_RANGE,
            step.outputSize(),
            new Operand.Number(epsilon)));
  }

  @Override
  public List<KernelCall> update(Operands step) {
    return List.of(
        KernelCall.of(
            GRADIENT,
            step.input(),
            step.outputGradient(),
            BATCH_ROWS,
            step.outputSize(),
            new Operand.Number(epsilon),
            step.sink(0),
            step.sink(1),
            PART,
            SCRATCH));
  }

  @Override
  public long multiplyAdds(Operands step) {
    return 4L * step.step().output().width().size();
  }
}
