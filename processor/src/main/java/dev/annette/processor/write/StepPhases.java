package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Step;
import dev.annette.processor.write.Phases.LayerMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * The phases of a training step before it learns: what the rows read is got ready, then every row
 * goes through all layers and back, cut where an operation takes something of all rows.
 */
final class StepPhases {
  private static final String PREPARE = "prepareStep";

  private final Phases methods;
  private final Names names;
  private final List<Phase> phases = new ArrayList<>();
  private List<CodeBlock> calls = new ArrayList<>();
  private boolean turns;

  private StepPhases(Names names) {
    this.names = names;
    this.methods = new Phases(names);
  }

  /**
   * One phase.
   *
   * @param method the method that carries it out
   * @param comment what it does
   * @param acrossRows whether it does shares of the columns instead of ranges of rows
   * @param calls what the method does; empty where it is a layer's own
   */
  record Phase(String method, String comment, boolean acrossRows, List<CodeBlock> calls) {}

  /** Returns the phases in order: one where no operation asks for all rows. */
  static List<Phase> of(Names names) {
    StepPhases step = new StepPhases(names);
    step.prepare();
    step.forward();
    step.calls.add(call("compareWithTargets"));
    step.turns = true;
    step.backward();
    step.endLast();
    return step.phases;
  }

  private void prepare() {
    KernelCallPrinter printer = new KernelCallPrinter(names);
    List<CodeBlock> preparations =
        names.program().forward().stream()
            .flatMap(step -> step.op().prepare(step.operands()).stream())
            .map(printer::print)
            .toList();
    if (!preparations.isEmpty()) {
      phases.add(
          new Phase(PREPARE, "Gets ready what the rows of a step read.", true, preparations));
    }
  }

  private void forward() {
    for (LayerMethod method : methods.forward()) {
      Step first = method.steps().get(0);
      if (Phases.cutsForward(first)) {
        endBefore(first, methods.statistics(first));
      }
      calls.add(call(method.name()));
    }
  }

  private void backward() {
    List<LayerMethod> backward = methods.backward();
    for (BackwardStep each : names.program().backward()) {
      Step step = each.step();
      if (Phases.cutsBackward(step)) {
        endBefore(step, methods.gradientStatistics(step));
      }
      for (LayerMethod method : backward) {
        if (method.steps().get(0).equals(step)) {
          calls.add(call(method.name()));
        }
      }
    }
  }

  /** Ends the phase by rows that a step cuts, and adds what the step does across rows. */
  private void endBefore(Step step, LayerMethod across) {
    if (!calls.isEmpty()) {
      String verb = !turns ? "forwardTo" : isFirstBackward() ? Phases.WHOLE + "To" : "backwardTo";
      String comment = "Each row alone, " + (turns ? "back" : "forward") + " to " + step.layer();
      String method = methods.cut(verb, step, turns ? Phases::cutsBackward : Phases::cutsForward);
      end(method, comment + ", which needs all rows.");
    }
    String direction = turns ? "back" : "forward";
    phases.add(
        new Phase(
            across.name(),
            "What " + step.layer() + " takes of all rows on the way " + direction + ".",
            true,
            List.of()));
  }

  private void endLast() {
    if (phases.stream().allMatch(phase -> phase.method().equals(PREPARE))) {
      end(Phases.WHOLE, "The part of a step that each row goes through alone.");
    } else if (!calls.isEmpty()) {
      String method = isFirstBackward() ? Phases.WHOLE : "backward";
      end(method, "Each row alone, back to the first layer that learns.");
    }
  }

  /** Returns whether the phase at hand compares outputs with targets. */
  private boolean isFirstBackward() {
    return calls.contains(call("compareWithTargets"));
  }

  private void end(String method, String comment) {
    phases.add(new Phase(method, comment, false, calls));
    calls = new ArrayList<>();
  }

  private static CodeBlock call(String method) {
    return CodeBlock.of("$L(from, to, scratch)", method);
  }
}
