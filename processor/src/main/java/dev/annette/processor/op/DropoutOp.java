package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;

import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Operands;
import dev.annette.processor.ir.RandomStream;
import java.util.List;
import java.util.Set;

/**
 * {@code y = x · mask}, where each number of the mask is 0 with probability rate and {@code 1 / (1
 * − rate)} otherwise: {@code dx = dy · mask}. What it sets to 0 gets no gradient, so it preserves
 * signs wherever the gradient passes.
 */
public final class DropoutOp implements Op {
  private static final KernelRef FORWARD =
      KernelRef.of(
          "DropoutKernel",
          "forward",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "float",
          "long",
          "Scratch");
  private static final KernelRef BACKWARD =
      KernelRef.of("DropoutKernel", "backward", "float[]", "float[]", "int", "int", "int");

  private final Hyper rate;
  private final RandomStream random;

  /** Creates the operation with a rate and the stream that its masks are drawn from. */
  public DropoutOp(Hyper rate, RandomStream random) {
    this.rate = rate;
    this.random = random;
  }

  @Override
  public String name() {
    return "dropout";
  }

  @Override
  public String details() {
    return "rate " + rate.constant().value();
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of(Kept.MASK);
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
            FORWARD,
            step.input(),
            step.mask(),
            step.output(),
            ROW_RANGE,
            step.outputSize(),
            new Operand.Setting(rate),
            new Operand.RandomKey(random),
            SCRATCH));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(BACKWARD, step.mask(), step.outputGradient(), ROW_RANGE, step.outputSize()));
  }
}
