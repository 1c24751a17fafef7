package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.BATCH_ROWS;
import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;

import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Operands;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code y = x}, with a penalty on x: {@code dx = dy + slope}, where the slope is the derivative of
 * the penalty by x, written on the way forward.
 */
public final class ActivityOp implements Op {
  /** What is penalised. */
  public enum Sum {
    /** λ·Σ|x|. */
    MAGNITUDES,
    /** λ·Σx². */
    SQUARES
  }

  private static final KernelRef BACKWARD =
      KernelRef.of("ActivityKernel", "backward", "float[]", "float[]", "int", "int", "int");

  private final Sum sum;
  private final String kind;
  private final Hyper strength;

  /** Creates the operation with what it penalises, the name of its modifier and λ. */
  public ActivityOp(Sum sum, String kind, Hyper strength) {
    this.sum = sum;
    this.kind = kind;
    this.strength = strength;
  }

  @Override
  public String name() {
    return kind;
  }

  @Override
  public String details() {
    return "lambda " + strength.constant().value();
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of(Kept.MASK);
  }

  @Override
  public String maskName() {
    return kind + "Slope";
  }

  @Override
  public String maskMeaning() {
    return "the derivative of the layer's penalty by what it hands on";
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
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            KernelRef.of(
                "ActivityKernel",
                sum.name().toLowerCase(Locale.ROOT),
                "float[]",
                "float[]",
                "float[]",
                "RowPenalty",
                "int",
                "int",
                "int",
                "float",
                "int"),
            step.input(),
            step.mask(),
            step.output(),
            new Operand.RowPenalty(strength),
            ROW_RANGE,
            step.outputSize(),
            new Operand.Setting(strength),
            BATCH_ROWS));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(BACKWARD, step.mask(), step.outputGradient(), ROW_RANGE, step.outputSize()));
  }
}
