package dev.annette.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A program as text, for tests and for the dump that {@code -Aannette.dump=plan} writes. */
final class ProgramText {
  private ProgramText() {}

  /** Returns the whole program. */
  static String of(Program program) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "network "
            + program.declaration().type().canonicalName()
            + "   "
            + program.declaration().input()
            + " -> ["
            + program.outputs().width().size()
            + "]");
    for (Parameter parameter : program.parameters()) {
      lines.add("  " + parameter(parameter));
    }
    lines.add("forward");
    for (Step step : program.forward()) {
      lines.add("  " + step(step, program));
    }
    if (program.loss() != null) {
      lines.add(
          "  loss = "
              + program.loss().op().name()
              + "("
              + program.loss().outputs().name()
              + ", targets)");
    }
    if (!program.backward().isEmpty()) {
      lines.add("backward");
      Value outputs = program.loss().outputs();
      lines.add(
          "  "
              + outputs.gradient().name()
              + " = "
              + program.loss().op().name()
              + "'("
              + outputs.name()
              + ", targets)");
      for (BackwardStep step : program.backward()) {
        lines.add("  " + backward(step));
      }
    }
    if (!program.homes().isEmpty()) {
      lines.add("arrays");
      for (Value array : program.arrays()) {
        lines.add("  " + array(array, program));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String parameter(Parameter parameter) {
    Value value = parameter.value();
    String start = parameter.init() == null ? "" : "  " + start(parameter.init());
    String penalties =
        parameter.penalties().stream()
            .map(penalty -> "  " + penalty(penalty))
            .collect(Collectors.joining());
    return value.name() + "  " + value.shapeText() + "  " + lower(value.role()) + start + penalties;
  }

  private static String start(InitSpec init) {
    String name = lower(init.initializer());
    return init.constant() == null ? name : name + " " + init.constant().value();
  }

  private static String penalty(Penalty penalty) {
    return penalty.kind()
        + " "
        + penalty.strength().constant().value()
        + penalty.term().arguments().stream()
            .filter(Operand.Choice.class::isInstance)
            .map(choice -> " " + lower(((Operand.Choice) choice).constant()))
            .collect(Collectors.joining());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String step(Step step, Program program) {
    String text = step.output().name() + " = " + call(step, step.op().name());
    boolean shared =
        !program.homes().isEmpty()
            && step.input().role() != Value.Role.DATA
            && program.home(step.output()).equals(program.home(step.input()));
    String keeps =
        step.op().keeps().stream()
            .sorted()
            .map(ProgramText::lower)
            .collect(Collectors.joining(", "));
    return text
        + (shared ? "   in place" : "")
        + (keeps.isEmpty() ? "" : "   keeps " + keeps)
        + (step.op().trainingOnly() ? "   training only" : "");
  }

  private static String call(Step step, String name) {
    List<String> arguments = new ArrayList<>();
    arguments.add(step.input().name());
    step.parameters().forEach(p -> arguments.add(p.name()));
    if (!step.op().details().isEmpty()) {
      arguments.add(step.op().details());
    }
    return name + "(" + String.join(", ", arguments) + ")";
  }

  private static String backward(BackwardStep backward) {
    Step step = backward.step();
    List<String> results = new ArrayList<>();
    if (backward.needsInputGradient()) {
      results.add(step.input().gradient().name());
    }
    step.parameters().stream()
        .filter(p -> p.role() == Value.Role.LEARNED)
        .forEach(p -> results.add("d " + p.name()));
    String from = step.op().name() + "'(" + step.output().gradient().name() + ")";
    return results.isEmpty()
        ? from + "   nothing before it learns"
        : String.join(", ", results) + " = " + from;
  }

  private static String array(Value array, Program program) {
    String holds =
        program.homes().entrySet().stream()
            .filter(entry -> entry.getValue().equals(array) && !entry.getKey().equals(array))
            .map(entry -> entry.getKey().name())
            .collect(Collectors.joining(", "));
    return array.name() + "  " + array.shapeText() + (holds.isEmpty() ? "" : "  also " + holds);
  }
}
