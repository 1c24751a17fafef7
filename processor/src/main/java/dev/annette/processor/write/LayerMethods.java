package dev.annette.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import dev.annette.processor.write.Phases.LayerMethod;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One forward, one backward and one update method for each layer that needs it. */
final class LayerMethods {
  private final Program program;
  private final Phases phases;
  private final KernelCallPrinter printer;

  LayerMethods(Names names) {
    this.program = names.program();
    this.phases = new Phases(names);
    this.printer = new KernelCallPrinter(names);
  }

  void addTo(TypeSpec.Builder type) {
    for (LayerMethod method : phases.forward()) {
      Step first = method.steps().get(0);
      if (Phases.cutsForward(first)) {
        type.addMethod(statistics(phases.statistics(first).name(), first));
      }
      type.addMethod(forward(method.name(), method.steps()));
    }
    type.addMethod(compareWithTargets());
    program.backward().stream()
        .map(BackwardStep::step)
        .filter(Phases::cutsBackward)
        .map(step -> gradientStatistics(phases.gradientStatistics(step).name(), step))
        .forEach(type::addMethod);
    phases.backward().forEach(method -> type.addMethod(backward(method.name(), method.steps())));
    phases.update().forEach(method -> type.addMethod(update(method.name(), method.steps())));
  }

  private MethodSpec forward(String name, List<Step> steps) {
    MethodSpec.Builder method = TrainerSteps.rowMethod(name);
    method.addJavadoc("$L", formulas(steps, Javadoc::formula));
    steps.forEach(step -> add(step.op().forward(step.operands()), method));
    return method.build();
  }

  private MethodSpec statistics(String name, Step step) {
    MethodSpec.Builder method = TrainerSteps.columnMethod(name);
    method.addJavadoc(
        "$L", Javadoc.wrap("What {@code " + step.input().name() + "} is over all rows."));
    add(step.op().forwardAcrossRows(step.operands()), method);
    return method.build();
  }

  private MethodSpec gradientStatistics(String name, Step step) {
    MethodSpec.Builder method = TrainerSteps.columnMethod(name);
    String gradient = step.output().gradient().name();
    method.addJavadoc("$L", Javadoc.wrap("What {@code " + gradient + "} is over all rows."));
    add(step.op().backwardAcrossRows(step.operands()), method);
    return method.build();
  }

  private MethodSpec backward(String name, List<Step> steps) {
    MethodSpec.Builder method = TrainerSteps.rowMethod(name);
    method.addJavadoc("$L", formulas(steps, Javadoc::reverse));
    steps.forEach(step -> add(step.op().backward(step.operands()), method));
    return method.build();
  }

  private MethodSpec update(String name, List<Step> steps) {
    MethodSpec.Builder method = TrainerSteps.columnMethod(name);
    method.addJavadoc("$L", formulas(steps, LayerMethods::learns));
    steps.forEach(step -> add(step.op().update(step.operands()), method));
    return method.build();
  }

  private MethodSpec compareWithTargets() {
    MethodSpec.Builder method = TrainerSteps.rowMethod("compareWithTargets");
    String outputs = program.loss().outputs().name();
    method.addJavadoc(
        "{@code rowLoss = $L($L, targets)}, and {@code d $L}.\n",
        program.loss().op().name(),
        outputs,
        outputs);
    add(List.of(program.loss().op().lossAndGradient(program.loss().outputs())), method);
    return method.build();
  }

  private void add(List<KernelCall> calls, MethodSpec.Builder method) {
    calls.forEach(call -> method.addStatement(printer.print(call)));
  }

  /** Returns the formulas of a method's steps, as its comment. */
  static String formulas(List<Step> steps, Function<Step, String> formula) {
    return steps.stream()
        .map(step -> Javadoc.wrap("{@code " + formula.apply(step) + "}").strip())
        .collect(Collectors.joining(";\n", "", ".\n"));
  }

  private static String learns(Step step) {
    return step.parameters().stream()
            .filter(parameter -> parameter.role() == Value.Role.LEARNED)
            .map(parameter -> "d " + parameter.name())
            .collect(Collectors.joining(", "))
        + " = "
        + step.op().name()
        + "'("
        + step.output().gradient().name()
        + ")";
  }
}
