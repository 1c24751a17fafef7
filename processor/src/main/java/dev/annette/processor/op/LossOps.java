package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.BATCH_ROWS;
import static dev.annette.processor.ir.Operand.Given.CUSTOM_LOSS;
import static dev.annette.processor.ir.Operand.Given.ROW_LOSS;
import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.ROW_WEIGHTS;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;
import static dev.annette.processor.ir.Operand.Given.TARGETS;

import dev.annette.Loss;
import dev.annette.processor.ir.CamelCase;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.LossOp;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** The losses as operations; each calls the kernel class of its name. */
public final class LossOps {
  private LossOps() {}

  /** Returns the loss that compares outputs, or probabilities for a cross-entropy, with targets. */
  public static LossOp of(Loss loss, Constant delta) {
    return new KernelLoss(CamelCase.lower(loss), CamelCase.upper(loss), delta);
  }

  /** Returns softmax and cross-entropy in one, from logits. */
  public static LossOp softmaxCrossEntropy() {
    return new KernelLoss("softmaxCrossEntropy", "SoftmaxCrossEntropy", null);
  }

  /** Returns sigmoid and binary cross-entropy in one, from logits. */
  public static LossOp sigmoidBinaryCrossEntropy() {
    return new KernelLoss("sigmoidBinaryCrossEntropy", "SigmoidBinaryCrossEntropy", null);
  }

  /** Returns the loss that the user wrote, which compares outputs with targets row by row. */
  public static LossOp custom() {
    return new CustomKernelLoss();
  }

  /** The loss that the user wrote. */
  private record CustomKernelLoss() implements LossOp {
    @Override
    public String name() {
      return "customLoss";
    }

    @Override
    public KernelCall lossAndGradient(Value outputs) {
      return KernelCall.of(
          new KernelRef(
              KernelRef.KERNELS + "loss.CustomLoss",
              "lossAndGradient",
              List.of(
                  "float[]",
                  "Targets",
                  "float[]",
                  "int",
                  "float[]",
                  "float[]",
                  "int",
                  "int",
                  "int",
                  "LossFunction",
                  "Scratch")),
          new Operand.Array(outputs),
          TARGETS,
          ROW_WEIGHTS,
          BATCH_ROWS,
          ROW_LOSS,
          new Operand.Array(outputs.gradient()),
          ROW_RANGE,
          new Operand.Size(outputs.width()),
          CUSTOM_LOSS,
          SCRATCH);
    }
  }

  /** A loss whose kernel is a class of the runtime; delta is the δ of a Huber loss, or null. */
  private record KernelLoss(String name, String kernel, Constant delta) implements LossOp {
    @Override
    public KernelCall lossAndGradient(Value outputs) {
      List<String> types =
          new ArrayList<>(
              List.of(
                  "float[]", "Targets", "float[]", "int", "float[]", "float[]", "int", "int",
                  "int"));
      List<Operand> operands =
          new ArrayList<>(
              List.of(
                  new Operand.Array(outputs),
                  TARGETS,
                  ROW_WEIGHTS,
                  BATCH_ROWS,
                  ROW_LOSS,
                  new Operand.Array(outputs.gradient()),
                  ROW_RANGE,
                  new Operand.Size(outputs.width())));
      if (delta != null) {
        types.add("float");
        operands.add(new Operand.Number(delta));
      }
      types.add("Scratch");
      operands.add(SCRATCH);
      String kernelClass = KernelRef.KERNELS + "loss." + kernel;
      return new KernelCall(new KernelRef(kernelClass, "lossAndGradient", types), operands);
    }
  }
}
