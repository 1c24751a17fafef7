package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;

import dev.annette.processor.ir.Held;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Operands;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import dev.annette.processor.ir.Width;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code y = x · mask}, where the rows of a batch share a mask {@code [units]} of 0 and {@code 1 /
 * (1 − rate)}: {@code dx = dy · mask}.
 *
 * <p>Predictions that are drawn with noise give every row a mask of its own: the draws of a row are
 * as likely, and do not depend on the rows beside it.
 */
public final class BatchDropoutOp implements Op {
  private static final String KERNEL = "BatchDropoutKernel";
  private static final KernelRef DRAW = KernelRef.of(KERNEL, "draw", "KeptUnits", "float", "long");
  private static final KernelRef FORWARD =
      KernelRef.of(KERNEL, "forward", "float[]", "KeptUnits", "float[]", "int", "int");
  private static final KernelRef BACKWARD =
      KernelRef.of(KERNEL, "backward", "KeptUnits", "float[]", "int", "int");

  private final Hyper rate;
  private final RandomStream random;
  private final Held units;

  /** Creates the operation with a rate, the stream that masks are drawn from, and the width. */
  public BatchDropoutOp(Hyper rate, RandomStream random, Width width) {
    this.rate = rate;
    this.random = random;
    this.units =
        new Held(
            random.layer() + ".keptUnits",
            new RuntimeObject(KernelRef.KERNELS + "KeptUnits", List.of(new Operand.Size(width))),
            "The units that all rows of a step keep.",
            new Value(random.layer() + ".mask", Value.Role.COLUMN, null, width, random.layer()),
            2L * width.size());
  }

  @Override
  public String name() {
    return "dropout";
  }

  @Override
  public String details() {
    return "rate " + rate.constant().value() + ", one mask a batch";
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
  public boolean preservesSign() {
    return true;
  }

  @Override
  public boolean trainingOnly() {
    return true;
  }

  @Override
  public Op sampling() {
    return new DropoutOp(rate, random);
  }

  @Override
  public List<Held> holds() {
    return List.of(units);
  }

  @Override
  public Optional<Held> leavesOut() {
    return Optional.of(units);
  }

  @Override
  public List<KernelCall> draw(Operands step) {
    return List.of(
        KernelCall.of(
            DRAW,
            new Operand.HeldObject(units),
            new Operand.Setting(rate),
            new Operand.RandomKey(random)));
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            FORWARD, step.input(), new Operand.HeldObject(units), step.output(), ROW_RANGE));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(BACKWARD, new Operand.HeldObject(units), step.outputGradient(), ROW_RANGE));
  }
}
