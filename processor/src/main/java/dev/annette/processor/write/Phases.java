package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The methods of a generated class's layers, in the order in which they are called. */
final class Phases {
  private final Names names;
  private final Program program;

  Phases(Names names) {
    this.names = names;
    this.program = names.program();
  }

  /**
   * A method that makes steps of one layer.
   *
   * @param name its name: {@code forwardHidden}
   * @param steps in order
   */
  record LayerMethod(String name, List<Step> steps) {}

  /** Returns the forward steps by method: those of a layer together, what only trains apart. */
  List<LayerMethod> forward() {
    return methods(
        program.forward(), step -> step.op().trainingOnly() ? step.op().name() : "forward");
  }

  /** Returns the steps whose input has a gradient by method, last layer first. */
  List<LayerMethod> backward() {
    List<Step> steps =
        program.backward().stream()
            .filter(BackwardStep::needsInputGradient)
            .map(BackwardStep::step)
            .toList();
    return methods(steps, step -> "backward");
  }

  /** Returns the steps that learn by method, last layer first. */
  List<LayerMethod> update() {
    List<Step> steps =
        program.backward().stream()
            .map(BackwardStep::step)
            .filter(step -> !step.op().update(step.operands()).isEmpty())
            .toList();
    return methods(steps, step -> "update");
  }

  /** Returns the calls of the phase by rows. */
  List<CodeBlock> rowCalls() {
    List<CodeBlock> calls = new ArrayList<>();
    forward().forEach(method -> calls.add(rowCall(method.name())));
    calls.add(rowCall("compareWithTargets"));
    backward().forEach(method -> calls.add(rowCall(method.name())));
    return calls;
  }

  /** Returns the calls of the phase that learns. */
  List<CodeBlock> updateCalls() {
    return update().stream()
        .map(method -> CodeBlock.of("$L(part, parts, scratch)", method.name()))
        .toList();
  }

  private static CodeBlock rowCall(String method) {
    return CodeBlock.of("$L(from, to, scratch)", method);
  }

  /** Joins neighbours that do the same for the same layer. */
  private List<LayerMethod> methods(List<Step> steps, Function<Step, String> verb) {
    List<LayerMethod> methods = new ArrayList<>();
    Map<String, Integer> occurrences = new HashMap<>();
    String last = "";
    for (Step step : steps) {
      String what = verb.apply(step) + " " + step.layer();
      if (!what.equals(last)) {
        int occurrence = occurrences.merge(what, 1, Integer::sum);
        String name = names.method(verb.apply(step), step.layer(), occurrence);
        methods.add(new LayerMethod(name, new ArrayList<>()));
        last = what;
      }
      methods.get(methods.size() - 1).steps().add(step);
    }
    return methods;
  }
}
