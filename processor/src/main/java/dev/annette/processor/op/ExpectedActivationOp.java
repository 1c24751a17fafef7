package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.NONE;
import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;

import dev.annette.Activation;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Operands;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@link DropConnectOp} and the activation behind it as they predict: the expectation {@code E
 * f(u)} over normal u with the mean and the variance that leaving out weights gives them.
 */
final class ExpectedActivationOp implements Op {
  private static final List<String> ARRAYS =
      List.of("float[]", "float[]", "float[]", "float[]", "int", "int", "int", "int");

  /** Null where the mean is handed on as it is. */
  private final ActivationOp activation;

  ExpectedActivationOp(ActivationOp activation) {
    this.activation = activation;
  }

  @Override
  public String name() {
    return activation == null ? "mean" : "expected" + capital(activation.name());
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of();
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    List<KernelCall> calls = new ArrayList<>();
    boolean hasBias = step.parameters().size() > 2;
    calls.add(DenseOp.product(step, hasBias ? step.parameter(1) : NONE));
    if (activation != null) {
      calls.add(expectation(step));
    }
    return calls;
  }

  private KernelCall expectation(Operands step) {
    List<String> types = new ArrayList<>(ARRAYS);
    List<Operand> operands =
        new ArrayList<>(
            List.of(
                step.input(),
                step.parameter(0),
                step.parameter(step.parameters().size() - 1),
                step.output(),
                ROW_RANGE,
                step.inputSize(),
                step.outputSize()));
    String method =
        switch (activation.activation()) {
          case RELU -> "relu";
          case LEAKY_RELU -> "leakyRelu";
          default -> "of";
        };
    if (activation.activation() == Activation.LEAKY_RELU) {
      types.add("float");
      operands.add(new Operand.Number(activation.parameter()));
    } else if (method.equals("of")) {
      types.add("RowFunction");
      operands.add(new Operand.Function(activation.kernel("forward"), activation.parameter()));
    }
    types.add("Scratch");
    operands.add(SCRATCH);
    return new KernelCall(
        new KernelRef(KernelRef.KERNELS + "ExpectedActivation", method, types), operands);
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    throw new IllegalStateException("a model does not learn");
  }

  @Override
  public long multiplyAdds(Operands step) {
    return 2 * step.parameters().get(0).size();
  }
}
