package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;

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
 * Batch normalisation as it predicts: {@code y = x · scale + shift}, two numbers for each unit that
 * a model folds once out of gain, shift, running mean and running variance.
 */
final class FoldedNormOp implements Op {
  private static final String KERNEL = "BatchNormKernel";
  private static final String SCALE = "foldedScale";
  private static final String SHIFT = "foldedShift";

  private static final KernelRef FOLD =
      KernelRef.of(
          KERNEL, "fold", "float[]", "float[]", "float[]", "float[]", "float[]", "float[]", "int",
          "float");
  private static final KernelRef PREDICT =
      KernelRef.of(
          KERNEL, "predict", "float[]", "float[]", "float[]", "float[]", "int", "int", "int");

  private final String name;
  private final Constant epsilon;

  FoldedNormOp(String name, Constant epsilon) {
    this.name = name;
    this.epsilon = epsilon;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String details() {
    return "epsilon " + epsilon.value();
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
  public List<String> columns() {
    return List.of(SCALE, SHIFT);
  }

  @Override
  public List<KernelCall> fold(Operands step) {
    return List.of(
        KernelCall.of(
            FOLD,
            step.parameter(0),
            step.parameter(1),
            step.parameter(2),
            step.parameter(3),
            step.column(SCALE),
            step.column(SHIFT),
            step.outputSize(),
            new Operand.Number(epsilon)));
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            PREDICT,
            step.input(),
            step.column(SCALE),
            step.column(SHIFT),
            step.output(),
            ROW_RANGE,
            step.outputSize()));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    throw new IllegalStateException("a model does not learn");
  }

  @Override
  public long multiplyAdds(Operands step) {
    return step.step().output().width().size();
  }
}
