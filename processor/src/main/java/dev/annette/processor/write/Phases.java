package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods of a trainer's layers, and the order in which a step calls them. */
final class Phases {
  private final Names names;
  private final Program program;

  Phases(Names names) {
    this.names = names;
    this.program = names.program();
  }

  /** Returns the forward steps by method: those of a layer together, what only trains apart. */
  Map<String, List<Step>> forward() {
    Map<String, List<Step>> methods = new LinkedHashMap<>();
    for (Step step : program.forward()) {
      String verb = step.op().trainingOnly() ? step.op().name() : "forward";
      methods
          .computeIfAbsent(names.method(verb, step.layer()), name -> new ArrayList<>())
          .add(step);
    }
    return methods;
  }

  /** Returns the steps whose input has a gradient, by method, last layer first. */
  Map<String, List<Step>> backward() {
    Map<String, List<Step>> methods = new LinkedHashMap<>();
    for (BackwardStep backward : program.backward()) {
      if (backward.needsInputGradient()) {
        Step step = backward.step();
        methods
            .computeIfAbsent(names.method("backward", step.layer()), name -> new ArrayList<>())
            .add(step);
      }
    }
    return methods;
  }

  /** Returns the steps that learn, by method, last layer first. */
  Map<String, List<Step>> update() {
    Map<String, List<Step>> methods = new LinkedHashMap<>();
    for (BackwardStep backward : program.backward()) {
      Step step = backward.step();
      if (!step.op().update(step.operands()).isEmpty()) {
        methods.put(names.method("update", step.layer()), Collections.singletonList(step));
      }
    }
    return methods;
  }

  /** Returns the calls of the phase by rows. */
  List<CodeBlock> rowCalls() {
    List<CodeBlock> calls = new ArrayList<>();
    forward()
        .keySet()
        .forEach(method -> calls.add(CodeBlock.of("$L(from,$Wto,$Wscratch)", method)));
    calls.add(CodeBlock.of("compareWithTargets(from,$Wto,$Wscratch)"));
    backward()
        .keySet()
        .forEach(method -> calls.add(CodeBlock.of("$L(from,$Wto,$Wscratch)", method)));
    return calls;
  }

  /** Returns the calls of the phase that learns. */
  List<CodeBlock> updateCalls() {
    List<CodeBlock> calls = new ArrayList<>();
    update().keySet().forEach(m -> calls.add(CodeBlock.of("$L(part,$Wparts,$Wscratch)", m)));
    return calls;
  }
}
