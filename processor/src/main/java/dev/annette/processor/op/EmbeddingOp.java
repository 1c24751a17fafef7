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
import dev.annette.processor.ir.Width;
import java.util.List;
import java.util.Set;

/**
 * {@code y = (x before the column, W[x], x behind it)} with the learned numbers W {@code
 * [categories, dims]} of the category that the column names, from 1 on; 0 names none.
 *
 * <p>Backward: {@code dx = dy} beside the column and 0 there, {@code dW[c] = Σ dy} over the rows of
 * category c.
 */
public final class EmbeddingOp implements Op {
  private static final String KERNEL = "EmbeddingKernel";
  private static final KernelRef FORWARD =
      KernelRef.of(
          KERNEL, "forward", "float[]", "float[]", "float[]", "int", "int", "int", "int", "int",
          "int", "String");
  private static final KernelRef INPUT_GRADIENT =
      KernelRef.of(
          KERNEL, "inputGradient", "float[]", "float[]", "int", "int", "int", "int", "int");
  private static final KernelRef TABLE_GRADIENT =
      KernelRef.of(
          KERNEL,
          "tableGradient",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "int",
          "int",
          "GradientSink",
          "int",
          "int",
          "Scratch");

  private final Constant column;
  private final Width categories;
  private final Width dims;

  /** Creates the operation on the feature of this number. */
  public EmbeddingOp(Constant column, Width categories, Width dims) {
    this.column = column;
    this.categories = categories;
    this.dims = dims;
  }

  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public String details() {
    return "column " + column.value();
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
            step.output(),
            ROW_RANGE,
            step.inputSize(),
            new Operand.Exact(column),
            new Operand.Size(categories),
            new Operand.Size(dims),
            new Operand.Text(step.step().layer())));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            INPUT_GRADIENT,
            step.outputGradient(),
            step.inputGradient(),
            ROW_RANGE,
            step.inputSize(),
            new Operand.Exact(column),
            new Operand.Size(dims)));
  }

  @Override
  public List<KernelCall> update(Operands step) {
    return List.of(
        KernelCall.of(
            TABLE_GRADIENT,
            step.input(),
            step.outputGradient(),
            BATCH_ROWS,
            step.inputSize(),
            new Operand.Exact(column),
            new Operand.Size(categories),
            new Operand.Size(dims),
            step.sink(0),
            PART,
            SCRATCH));
  }

  @Override
  public long work(Operands step) {
    return step.step().output().width().size();
  }
}
