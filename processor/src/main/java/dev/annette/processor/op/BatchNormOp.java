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
import java.util.Set;

/**
 * {@code y = x̂ · gain + shift} with {@code x̂ = (x − mean) / √(variance + ε)}, mean and variance
 * of the rows of the batch; its parameters are gain, shift, running mean and running variance.
 *
 * <p>Backward: {@code dgain = Σ dy · x̂} and {@code dshift = Σ dy} across the rows, then {@code dx
 * = gain / √(variance + ε) · (dy − dshift / n − x̂ · dgain / n)} row by row.
 */
public final class BatchNormOp implements Op {
  private static final String KERNEL = "BatchNormKernel";
  private static final String MEAN = "batchMean";
  private static final String VARIANCE = "batchVariance";
  private static final String SCALE = "batchScale";
  private static final String GAIN_GRADIENT = "gainGradient";
  private static final String SHIFT_GRADIENT = "shiftGradient";

  private static final KernelRef STATISTICS =
      KernelRef.of(
          KERNEL,
          "statistics",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "float",
          "int",
          "int",
          "Scratch");
  private static final KernelRef FORWARD =
      KernelRef.of(
          KERNEL, "forward", "float[]", "float[]", "float[]", "float[]", "float[]", "float[]",
          "int", "int", "int");
  private static final KernelRef GRADIENT_SUMS =
      KernelRef.of(
          KERNEL,
          "gradientSums",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "int",
          "Scratch");
  private static final KernelRef BACKWARD =
      KernelRef.of(
          KERNEL,
          "backward",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "int");
  private static final KernelRef GRADIENT =
      KernelRef.of(KERNEL, "gradient", "float[]", "int", "GradientSink", "int", "int", "Scratch");
  private static final KernelRef FOLLOW =
      KernelRef.of(
          KERNEL,
          "follow",
          "float[]",
          "float[]",
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

  private final Hyper momentum;
  private final Constant epsilon;

  /** Creates the operation; momentum is the share of the old that running statistics keep. */
  public BatchNormOp(Hyper momentum, Constant epsilon) {
    this.momentum = momentum;
    this.epsilon = epsilon;
  }

  @Override
  public String name() {
    return "batchNorm";
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
  public Op predicting() {
    return new FoldedNormOp(name(), epsilon);
  }

  @Override
  public Op sampling() {
    return predicting();
  }

  @Override
  public List<String> columns() {
    return List.of(MEAN, VARIANCE, SCALE, GAIN_GRADIENT, SHIFT_GRADIENT);
  }

  @Override
  public List<KernelCall> forwardAcrossRows(Operands step) {
    return List.of(
        KernelCall.of(
            STATISTICS,
            step.input(),
            step.parameter(2),
            step.parameter(3),
            step.column(MEAN),
            step.column(VARIANCE),
            step.column(SCALE),
            BATCH_ROWS,
            step.outputSize(),
            new Operand.Number(epsilon),
            PART,
            SCRATCH));
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            FORWARD,
            step.input(),
            step.column(MEAN),
            step.column(SCALE),
            step.parameter(0),
            step.parameter(1),
            step.output(),
            ROW_RANGE,
            step.outputSize()));
  }

  @Override
  public List<KernelCall> backwardAcrossRows(Operands step) {
    return List.of(
        KernelCall.of(
            GRADIENT_SUMS,
            step.input(),
            step.outputGradient(),
            step.column(MEAN),
            step.column(SCALE),
            step.column(GAIN_GRADIENT),
            step.column(SHIFT_GRADIENT),
            BATCH_ROWS,
            step.outputSize(),
            PART,
            SCRATCH));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            BACKWARD,
            step.input(),
            step.outputGradient(),
            step.column(MEAN),
            step.column(SCALE),
            step.parameter(0),
            step.column(GAIN_GRADIENT),
            step.column(SHIFT_GRADIENT),
            step.inputGradient(),
            BATCH_ROWS,
            ROW_RANGE,
            step.outputSize()));
  }

  @Override
  public List<KernelCall> update(Operands step) {
    return List.of(
        gradient(step, GAIN_GRADIENT, 0),
        gradient(step, SHIFT_GRADIENT, 1),
        KernelCall.of(
            FOLLOW,
            step.column(MEAN),
            step.column(VARIANCE),
            step.parameter(2),
            step.parameter(3),
            BATCH_ROWS,
            step.outputSize(),
            new Operand.Setting(momentum),
            step.sink(2),
            step.sink(3),
            PART,
            SCRATCH));
  }

  private static KernelCall gradient(Operands step, String column, int parameter) {
    return KernelCall.of(
        GRADIENT, step.column(column), step.outputSize(), step.sink(parameter), PART, SCRATCH);
  }

  @Override
  public long multiplyAdds(Operands step) {
    return 4L * step.step().output().width().size();
  }
}
