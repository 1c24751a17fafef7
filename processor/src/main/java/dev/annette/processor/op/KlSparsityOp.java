package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.BATCH_ROWS;
import static dev.annette.processor.ir.Operand.Given.PART;
import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;

import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Operands;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code y = x}, with a penalty on the mean of every column over all rows: {@code dx = dy + slope},
 * where the slope is the derivative of the penalty by any x of the column, written on the way
 * forward.
 */
public final class KlSparsityOp implements Op {
  private static final String KERNEL = "KlSparsityKernel";
  private static final String DIVERGENCE = "divergence";
  private static final String SLOPE = "divergenceSlope";

  private static final KernelRef DIVERGENCES =
      KernelRef.of(
          KERNEL,
          "divergences",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "float",
          "double",
          "int",
          "int",
          "Scratch");
  private static final KernelRef FORWARD =
      KernelRef.of(
          KERNEL, "forward", "float[]", "float[]", "float[]", "RowPenalty", "int", "int", "int");
  private static final KernelRef BACKWARD =
      KernelRef.of(KERNEL, "backward", "float[]", "float[]", "int", "int", "int");

  private final Hyper strength;
  private final Constant target;

  /** Creates the operation with λ and the mean that every column should have. */
  public KlSparsityOp(Hyper strength, Constant target) {
    this.strength = strength;
    this.target = target;
  }

  @Override
  public String name() {
    return "klSparsity";
  }

  @Override
  public String details() {
    return "lambda " + strength.constant().value() + ", target " + target.value();
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of();
  }

  @Override
  public Optional<Hyper> rowPenalty() {
    return Optional.of(strength);
  }

  @Override
  public boolean inPlace() {
    return true;
  }

  @Override
  public boolean preservesSign() {
    return true;
  }

  @Override
  public boolean trainingOnly() {
    return true;
  }

  @Override
  public List<String> columns() {
    return List.of(DIVERGENCE, SLOPE);
  }

  @Override
  public List<KernelCall> forwardAcrossRows(Operands step) {
    return List.of(
        KernelCall.of(
            DIVERGENCES,
            step.input(),
            step.column(DIVERGENCE),
            step.column(SLOPE),
            BATCH_ROWS,
            step.outputSize(),
            new Operand.Setting(strength),
            new Operand.Exact(target),
            PART,
            SCRATCH));
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            FORWARD,
            step.input(),
            step.column(DIVERGENCE),
            step.output(),
            new Operand.RowPenalty(strength),
            ROW_RANGE,
            step.outputSize()));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            BACKWARD, step.column(SLOPE), step.outputGradient(), ROW_RANGE, step.outputSize()));
  }
}
