package dev.annette.processor.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.KernelRef;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.pass.Differentiation;
import dev.annette.processor.pass.Fusion;
import dev.annette.processor.pass.Lowering;
import dev.annette.processor.pass.Prediction;
import dev.annette.processor.pass.ShapeInference;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The processor knows the runtime by name only, so this test proves the names: every kernel that an
 * operation refers to is a method of the runtime with exactly those parameters.
 */
class KernelContractTest {
  private static final Set<KernelCall> CALLS = new LinkedHashSet<>();

  @BeforeAll
  static void collect() {
    List<String> layers = new ArrayList<>(List.of("@Standardize Layer features;"));
    for (Activation activation : Activation.values()) {
      layers.add(
          "@Dense(units = 3, activation = %s) @Dropout(0.5) Layer %s;"
              .formatted(activation, activation.name().toLowerCase(java.util.Locale.ROOT)));
    }
    layers.add("@Dense(units = 2, bias = false) Layer output;");
    layers.add(CustomParts.LOSS);
    for (Loss loss : Loss.values()) {
      Program lowered =
          Lowering.lower(
              ShapeInference.infer(
                  Declarations.of(
                      "input = 3, " + CustomParts.attribute(loss, "Sample"),
                      layers.toArray(String[]::new)),
                  new Diagnostics()));
      addCalls(Differentiation.differentiate(lowered));
      addCalls(Differentiation.differentiate(Fusion.fuse(lowered)));
      Prediction.of(lowered)
          .forward()
          .forEach(step -> CALLS.addAll(step.op().forward(step.operands())));
    }
  }

  private static void addCalls(Program program) {
    CALLS.add(program.loss().op().lossAndGradient(program.loss().outputs()));
    program.forward().forEach(step -> CALLS.addAll(step.op().forward(step.operands())));
    for (BackwardStep backward : program.backward()) {
      Step step = backward.step();
      CALLS.addAll(step.op().update(step.operands()));
      if (backward.needsInputGradient()) {
        CALLS.addAll(step.op().backward(step.operands()));
      }
    }
  }

  @Test
  void every_kernel_is_a_public_static_method_of_the_runtime() {
    for (KernelCall call : CALLS) {
      Method method = method(call.kernel());
      assertTrue(Modifier.isStatic(method.getModifiers()), () -> method + " is not static");
      assertTrue(
          Modifier.isPublic(method.getDeclaringClass().getModifiers()),
          () -> method.getDeclaringClass() + " is not public");
      assertEquals(void.class, method.getReturnType(), method::toString);
    }
  }

  @Test
  void every_call_gives_as_many_arguments_as_the_kernel_takes() {
    for (KernelCall call : CALLS) {
      int arguments = 0;
      for (Operand operand : call.operands()) {
        boolean isPair = operand == Operand.Given.ROW_RANGE || operand == Operand.Given.PART;
        arguments += isPair ? 2 : 1;
      }
      assertEquals(call.kernel().parameters().size(), arguments, call::toString);
    }
  }

  @Test
  void the_networks_used_every_activation_and_loss() {
    Set<String> used =
        CALLS.stream()
            .map(call -> call.kernel().className())
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> constants = new TreeSet<>();
    for (Activation activation : Activation.values()) {
      if (activation != Activation.LINEAR) {
        constants.add(dev.annette.processor.ir.CamelCase.upper(activation));
      }
    }
    for (Loss loss : Loss.values()) {
      constants.add(
          loss == Loss.CUSTOM ? "CustomLoss" : dev.annette.processor.ir.CamelCase.upper(loss));
    }
    constants.addAll(
        Set.of(
            "DenseKernel",
            "DropoutKernel",
            "StandardizeKernel",
            "SoftmaxCrossEntropy",
            "SigmoidBinaryCrossEntropy"));
    assertEquals(constants, used);
  }

  private static Method method(KernelRef kernel) {
    try {
      return Arrays.stream(Class.forName(kernel.className()).getMethods())
          .filter(method -> method.getName().equals(kernel.method()))
          .filter(method -> parameters(method).equals(kernel.parameters()))
          .findFirst()
          .orElseGet(() -> fail("no " + kernel));
    } catch (ClassNotFoundException missing) {
      return fail("no " + kernel, missing);
    }
  }

  private static List<String> parameters(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
  }
}
