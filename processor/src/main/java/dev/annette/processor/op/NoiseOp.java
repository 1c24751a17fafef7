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
 * Noise on what a layer hands on, drawn anew for every number in every step of training. Unless it
 * says otherwise, its mask holds the derivative of the output by the input: {@code dx = dy · mask}.
 */
abstract class NoiseOp implements Op {
  private static final KernelRef BACKWARD =
      KernelRef.of("DropoutKernel", "backward", "float[]", "float[]", "int", "int", "int");

  private final KernelRef forward;
  private final Hyper strength;
  private final RandomStream random;

  /**
   * Creates the operation.
   *
   * @param kernel the class whose {@code forward} draws the mask and applies it
   * @param strength a rate or a standard deviation
   * @param random the stream that the noise is drawn from
   */
  NoiseOp(String kernel, Hyper strength, RandomStream random) {
    this.forward =
        KernelRef.of(
            kernel, "forward", "float[]", "float[]", "float[]", "int", "int", "int", "float",
            "long", "Scratch");
    this.strength = strength;
    this.random = random;
  }

  /** Returns the declared number. */
  final Number declared() {
    return strength.constant().value();
  }

  @Override
  public String details() {
    return "rate " + declared();
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of(Kept.MASK);
  }

  @Override
  public final boolean isElementwise() {
    return true;
  }

  @Override
  public final boolean inPlace() {
    return true;
  }

  @Override
  public final boolean trainingOnly() {
    return true;
  }

  @Override
  public final List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            forward,
            step.input(),
            step.mask(),
            step.output(),
            ROW_RANGE,
            step.outputSize(),
            new Operand.Setting(strength),
            new Operand.RandomKey(random),
            SCRATCH));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(BACKWARD, step.mask(), step.outputGradient(), ROW_RANGE, step.outputSize()));
  }
}
