package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.BATCH_ROWS;
import static dev.annette.processor.ir.Operand.Given.NONE;
import static dev.annette.processor.ir.Operand.Given.PART;
import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;

import dev.annette.processor.ir.Held;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Operands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code y = x W + b}, with x {@code [B, in]}, W {@code [in, out]} and b {@code [out]} (optional).
 *
 * <p>Backward: {@code dx = dy Wᵀ}, {@code dW = xᵀ dy}, {@code db = Σ dy} over the rows.
 */
public final class DenseOp implements Op {
  private static final KernelRef FORWARD =
      KernelRef.of(
          "DenseKernel",
          "forward",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "int",
          "Scratch");
  private static final KernelRef INPUT_GRADIENT =
      KernelRef.of(
          "DenseKernel",
          "inputGradient",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "int",
          "Scratch");
  private static final KernelRef WEIGHT_GRADIENT =
      KernelRef.of(
          "DenseKernel",
          "weightGradient",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "GradientSink",
          "int",
          "int",
          "Scratch");
  private static final KernelRef BIAS_GRADIENT =
      KernelRef.of(
          "DenseKernel",
          "biasGradient",
          "float[]",
          "int",
          "int",
          "GradientSink",
          "int",
          "int",
          "Scratch");

  @Override
  public String name() {
    return "dense";
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of(Kept.INPUT);
  }

  @Override
  public Op predicting() {
    return new PredictedDenseOp(name());
  }

  @Override
  public Optional<Op> keeping(Operands step, Held inputs, Held units) {
    return Optional.of(new KeptDenseOp(this, step, inputs, units));
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(product(step, hasBias(step) ? step.parameter(1) : NONE));
  }

  /** Returns the call that computes {@code x W + b}, W being the first parameter. */
  static KernelCall product(Operands step, Operand bias) {
    return KernelCall.of(
        FORWARD,
        step.input(),
        step.parameter(0),
        bias,
        step.output(),
        ROW_RANGE,
        step.inputSize(),
        step.outputSize(),
        SCRATCH);
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            INPUT_GRADIENT,
            step.outputGradient(),
            step.parameter(0),
            step.inputGradient(),
            ROW_RANGE,
            step.inputSize(),
            step.outputSize(),
            SCRATCH));
  }

  @Override
  public List<KernelCall> update(Operands step) {
    List<KernelCall> calls = new ArrayList<>();
    calls.add(
        KernelCall.of(
            WEIGHT_GRADIENT,
            step.input(),
            step.outputGradient(),
            BATCH_ROWS,
            step.inputSize(),
            step.outputSize(),
            step.sink(0),
            PART,
            SCRATCH));
    if (hasBias(step)) {
      calls.add(biasGradient(step, 1));
    }
    return calls;
  }

  /** Returns the call that computes {@code db}, for the parameter of this number. */
  static KernelCall biasGradient(Operands step, int parameter) {
    return KernelCall.of(
        BIAS_GRADIENT,
        step.outputGradient(),
        BATCH_ROWS,
        step.outputSize(),
        step.sink(parameter),
        PART,
        SCRATCH);
  }

  @Override
  public long multiplyAdds(Operands step) {
    return step.parameters().get(0).size();
  }

  private static boolean hasBias(Operands step) {
    return step.parameters().size() > 1;
  }
}
