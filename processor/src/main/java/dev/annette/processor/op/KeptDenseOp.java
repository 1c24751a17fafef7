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
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code y = x W + b} where all rows of a batch leave out the same inputs, or the same units, or
 * both: its products run on the sub-matrix of W between what is kept.
 */
final class KeptDenseOp implements Op {
  private static final String KERNEL = "KeptDenseKernel";
  private static final KernelRef COPY_WEIGHTS =
      KernelRef.of(KERNEL, "copyWeights", "float[]", "KeptWeights", "int", "int", "int");
  private static final KernelRef FORWARD =
      KernelRef.of(
          KERNEL,
          "forward",
          "float[]",
          "float[]",
          "KeptWeights",
          "float[]",
          "float[]",
          "int",
          "int",
          "Scratch");
  private static final KernelRef INPUT_GRADIENT =
      KernelRef.of(
          KERNEL,
          "inputGradient",
          "float[]",
          "float[]",
          "KeptWeights",
          "float[]",
          "int",
          "int",
          "Scratch");
  private static final KernelRef WEIGHT_GRADIENT =
      KernelRef.of(
          KERNEL,
          "weightGradient",
          "float[]",
          "float[]",
          "int",
          "KeptWeights",
          "GradientSink",
          "int",
          "int",
          "Scratch");

  private final DenseOp whole;
  private final Held inputs;
  private final Held units;
  private final Held weights;

  /**
   * Creates the operation.
   *
   * @param whole the same without anything left out
   * @param step where it stands
   * @param inputs which of the inputs all rows keep, or null
   * @param units which of the units all rows keep, or null
   */
  KeptDenseOp(DenseOp whole, Operands step, Held inputs, Held units) {
    this.whole = whole;
    this.inputs = inputs;
    this.units = units;
    Value all = step.parameters().get(0);
    this.weights =
        new Held(
            all.layer() + ".keptWeights",
            new RuntimeObject(
                KernelRef.KERNELS + "KeptWeights",
                List.of(operand(inputs), operand(units), step.inputSize(), step.outputSize())),
            "Those of " + all.name() + " that a step multiplies with.",
            null,
            all.size());
  }

  private static Operand operand(Held held) {
    return held == null ? NONE : new Operand.HeldObject(held);
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public String details() {
    List<String> sides = new ArrayList<>();
    if (inputs != null) {
      sides.add("inputs of " + inputs.shown().name());
    }
    if (units != null) {
      sides.add("units of " + units.shown().name());
    }
    return "kept " + String.join(", ", sides);
  }

  @Override
  public Set<Kept> keeps() {
    return whole.keeps();
  }

  @Override
  public Op predicting() {
    return whole.predicting();
  }

  @Override
  public Op sampling() {
    return whole;
  }

  @Override
  public List<Held> holds() {
    return List.of(weights);
  }

  @Override
  public List<KernelCall> prepare(Operands step) {
    return List.of(
        KernelCall.of(
            COPY_WEIGHTS, step.parameter(0), new Operand.HeldObject(weights), BATCH_ROWS, PART));
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            FORWARD,
            step.input(),
            step.parameter(0),
            new Operand.HeldObject(weights),
            hasBias(step) ? step.parameter(1) : NONE,
            step.output(),
            ROW_RANGE,
            SCRATCH));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            INPUT_GRADIENT,
            step.outputGradient(),
            step.parameter(0),
            new Operand.HeldObject(weights),
            step.inputGradient(),
            ROW_RANGE,
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
            new Operand.HeldObject(weights),
            step.sink(0),
            PART,
            SCRATCH));
    if (hasBias(step)) {
      calls.add(DenseOp.biasGradient(step, 1));
    }
    return calls;
  }

  @Override
  public long multiplyAdds(Operands step) {
    return whole.multiplyAdds(step);
  }

  private static boolean hasBias(Operands step) {
    return step.parameters().size() > 1;
  }
}
