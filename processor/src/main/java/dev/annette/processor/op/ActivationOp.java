package dev.annette.processor.op;

import static dev.annette.processor.ir.Operand.Given.ROW_RANGE;
import static dev.annette.processor.ir.Operand.Given.SCRATCH;

import dev.annette.Activation;
import dev.annette.processor.ir.CamelCase;
import dev.annette.processor.ir.Constant;
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
 * {@code y = f(x)} for one of the activations: {@code dx = dy · f'}, from what the activation says
 * it keeps. Its kernel is the class of the same name.
 */
public final class ActivationOp implements Op {
  private final Activation activation;

  /** The slope or alpha, or null. */
  private final Constant parameter;

  /** Creates the operation; parameter is the number that the activation reads, or null. */
  public ActivationOp(Activation activation, Constant parameter) {
    this.activation = activation;
    this.parameter = parameter;
  }

  Activation activation() {
    return activation;
  }

  /** Returns the slope or alpha, or null. */
  Constant parameter() {
    return parameter;
  }

  @Override
  public boolean isElementwise() {
    return activation.elementwise();
  }

  @Override
  public String name() {
    return CamelCase.lower(activation);
  }

  @Override
  public String details() {
    return parameter == null ? "" : String.valueOf(parameter.value());
  }

  @Override
  public Set<Kept> keeps() {
    return switch (activation.keeps()) {
      case NOTHING -> Set.of();
      case INPUT -> Set.of(Kept.INPUT);
      case OUTPUT -> Set.of(Kept.OUTPUT);
      case OUTPUT_SIGN -> Set.of(Kept.OUTPUT_SIGN);
    };
  }

  @Override
  public boolean inPlace() {
    return true;
  }

  @Override
  public List<KernelCall> forward(Operands step) {
    return List.of(new KernelCall(kernel("forward"), operands(step.input(), step.output(), step)));
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    Operand kept = keeps().contains(Kept.INPUT) ? step.input() : step.output();
    return List.of(new KernelCall(kernel("backward"), operands(kept, step.outputGradient(), step)));
  }

  private List<Operand> operands(Operand first, Operand second, Operands step) {
    List<Operand> operands = new ArrayList<>(List.of(first, second, ROW_RANGE, step.outputSize()));
    if (parameter != null) {
      operands.add(new Operand.Number(parameter));
    }
    operands.add(SCRATCH);
    return operands;
  }

  /** Returns one of the two kernels of the activation. */
  KernelRef kernel(String method) {
    List<String> types = new ArrayList<>(List.of("float[]", "float[]", "int", "int", "int"));
    if (parameter != null) {
      types.add("float");
    }
    types.add("Scratch");
    return new KernelRef(
        KernelRef.KERNELS + "activation." + CamelCase.upper(activation), method, types);
  }
}
