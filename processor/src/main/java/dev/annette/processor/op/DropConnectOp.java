package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.BATCH_ROWS;
import static dev.annette.processor.ir.Operand.Given.NONE;
import static dev.annette.processor.ir.Operand.Given.PART;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code y = x (W∘M) + b}, with x {@code [B, in]}, W {@code [in, out]}, b {@code [out]} (optional)
 * and a mask M of 0 and {@code 1/(1 − rate)} for each row or each batch. Its last parameter
 * remembers the rate for prediction, {@code [1]}.
 *
 * <p>Backward: {@code dx = dy (W∘M)ᵀ}, {@code dW = M ∘ xᵀ dy}, {@code db = Σ dy} over the rows.
 */
public final class DropConnectOp implements Op {
  private static final String KERNEL = "DropConnectKernel";
  private static final KernelRef FORWARD =
      KernelRef.of(
          KERNEL, "forward", "float[]", "float[]", "float[]", "float[]", "int", "int", "int", "int",
          "float", "boolean", "long", "Scratch");
  private static final KernelRef INPUT_GRADIENT =
      KernelRef.of(
          KERNEL,
          "inputGradient",
          "float[]",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "int",
          "float",
          "boolean",
          "long",
          "Scratch");
  private static final KernelRef WEIGHT_GRADIENT =
      KernelRef.of(
          KERNEL,
          "weightGradient",
          "float[]",
          "float[]",
          "int",
          "int",
          "int",
          "float",
          "boolean",
          "long",
          "GradientSink",
          "int",
          "int",
          "Scratch");
  private static final KernelRef REMEMBER =
      KernelRef.of(KERNEL, "remember", "float", "GradientSink", "int", "int", "Scratch");

  private final Hyper rate;
  private final boolean shared;
  private final RandomStream random;

  /**
   * Creates the operation.
   *
   * @param shared whether the rows of a batch share a mask
   * @param random the stream that masks are drawn from
   */
  public DropConnectOp(Hyper rate, boolean shared, RandomStream random) {
    this.rate = rate;
    this.shared = shared;
    this.random = random;
  }

  @Override
  public String name() {
    return "dropConnect";
  }

  @Override
  public String details() {
    return "rate " + rate.constant().value() + (shared ? " per batch" : "");
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of(Kept.INPUT);
  }

  @Override
  public Op predicting() {
    return new ExpectedActivationOp(null);
  }

  @Override
  public Optional<Op> predictingWith(Op next) {
    return next instanceof ActivationOp activation && activation.isElementwise()
        ? Optional.of(new ExpectedActivationOp(activation))
        : Optional.empty();
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(
        KernelCall.of(
            FORWARD,
            step.input(),
            step.parameter(0),
            hasBias(step) ? step.parameter(1) : NONE,
            step.output(),
            ROW_RANGE,
            step.inputSize(),
            step.outputSize(),
            new Operand.Setting(rate),
            new Operand.Flag(shared),
            new Operand.RandomKey(random),
            SCRATCH));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of(
        KernelCall.of(
            INPUT_GRADIENT,
            step.outputGradient(),
            step.parameter(0),
            step.inputGradient(),
            ROW_RANGE,
            step.inputSize(),
            step.outputSize(),
            new Operand.Setting(rate),
            new Operand.Flag(shared),
            new Operand.RandomKey(random),
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
            step.inputSize(),
            step.outputSize(),
            new Operand.Setting(rate),
            new Operand.Flag(shared),
            new Operand.RandomKey(random),
            step.sink(0),
            PART,
            SCRATCH));
    if (hasBias(step)) {
      calls.add(DenseOp.biasGradient(step, 1));
    }
    calls.add(
        KernelCall.of(
            REMEMBER,
            new Operand.Setting(rate),
            step.sink(step.parameters().size() - 1),
            PART,
            SCRATCH));
    return calls;
  }

  @Override
  public long multiplyAdds(Operands step) {
    return step.parameters().get(0).size();
  }

  /** Masks of their own take most of the time of a row. */
  @Override
  public long work(Operands step) {
    return (shared ? 1 : 4) * multiplyAdds(step);
  }

  private static boolean hasBias(Operands step) {
    return step.parameters().size() > 2;
  }
}
