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
import java.util.function.Predicate;

/** The methods of a generated class's layers, in the order in which they are called. */
final class Phases {
  /** The method of a step whose rows go through all layers and back without each other. */
  static final String WHOLE = "forwardAndBackward";

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

  /** Returns whether a step takes something of all rows before it computes any. */
  static boolean cutsForward(Step step) {
    return !step.op().forwardAcrossRows(step.operands()).isEmpty();
  }

  /** Returns whether a step takes something of all rows before it computes any on the way back. */
  static boolean cutsBackward(Step step) {
    return !step.op().backwardAcrossRows(step.operands()).isEmpty();
  }

  /** Returns whether a step starts what a sampler repeats for every draw, or is part of it. */
  private boolean isNoise(Step step) {
    return names.place() == Names.Place.SAMPLER && step.draws();
  }

  /**
   * Returns the forward steps by method: those of a layer together, but what only trains or draws
   * apart, and what follows a cut called after the step that cuts.
   */
  List<LayerMethod> forward() {
    Map<String, String> verbs = new HashMap<>();
    return methods(
        program.forward(),
        step -> {
          boolean isFirst = verbs.putIfAbsent(step.layer(), "forward") == null;
          if (cutsForward(step) && !isFirst) {
            verbs.put(step.layer(), step.op().name());
          }
          boolean isApart = step.op().trainingOnly() || isNoise(step);
          return isApart ? step.op().name() : verbs.get(step.layer());
        });
  }

  /** Returns the method of what a step takes of all rows on the way forward. */
  LayerMethod statistics(Step step) {
    return new LayerMethod(cut("statisticsOf", step, Phases::cutsForward), List.of(step));
  }

  /** Returns the method of what a step takes of all rows on the way back. */
  LayerMethod gradientStatistics(Step step) {
    return new LayerMethod(cut("gradientStatisticsOf", step, Phases::cutsBackward), List.of(step));
  }

  /** Returns the name of a method that belongs to one of the cuts of a layer. */
  String cut(String verb, Step step, Predicate<Step> cuts) {
    List<Step> all =
        program.forward().stream()
            .filter(other -> other.layer().equals(step.layer()) && cuts.test(other))
            .toList();
    return names.method(verb, step.layer(), 1 + all.indexOf(step));
  }

  /**
   * Returns the steps whose input has a gradient by method, last layer first; what follows a cut is
   * called after the step that cuts.
   */
  List<LayerMethod> backward() {
    List<Step> steps =
        program.backward().stream()
            .filter(BackwardStep::needsInputGradient)
            .map(BackwardStep::step)
            .toList();
    Map<String, String> verbs = new HashMap<>();
    List<LayerMethod> methods =
        methods(
            steps,
            step -> {
              boolean isFirst = verbs.putIfAbsent(step.layer(), "backward") == null;
              if (cutsBackward(step) && !isFirst) {
                verbs.put(step.layer(), "backward" + Names.capital(step.op().name()));
              }
              return verbs.get(step.layer());
            });
    methods.removeIf(method -> method.steps().stream().allMatch(Phases::passesGradientOn));
    return methods;
  }

  /** Returns whether the gradient of a step's output is that of its input as it stands. */
  private static boolean passesGradientOn(Step step) {
    return step.op().backward(step.operands()).isEmpty();
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

  /** Returns the calls of the phase that learns. */
  List<CodeBlock> updateCalls() {
    return update().stream()
        .map(method -> CodeBlock.of("$L(part, parts, scratch)", method.name()))
        .toList();
  }

  /** Joins neighbours that do the same for the same layer; the verb is asked for in order. */
  private List<LayerMethod> methods(List<Step> steps, Function<Step, String> verb) {
    List<LayerMethod> methods = new ArrayList<>();
    Map<String, Integer> occurrences = new HashMap<>();
    String last = "";
    for (Step step : steps) {
      String doing = verb.apply(step);
      String what = doing + " " + step.layer();
      if (!what.equals(last)) {
        int occurrence = occurrences.merge(what, 1, Integer::sum);
        String name = names.method(doing, step.layer(), occurrence);
        methods.add(new LayerMethod(name, new ArrayList<>()));
        last = what;
      }
      methods.get(methods.size() - 1).steps().add(step);
    }
    return methods;
  }
}
