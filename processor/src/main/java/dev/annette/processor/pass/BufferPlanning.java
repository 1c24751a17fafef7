package dev.annette.processor.pass;

import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which array holds each value. A chain of steps within a layer shares one array as long as
 * no step overwrites what the backward pass of another has declared to keep, or what many draws
 * start from; layers never share one, so that every name stands in a debugger. Gradients share
 * along steps that work in place.
 */
public final class BufferPlanning {
  private final Program program;
  private final Map<Value, Value> homes = new LinkedHashMap<>();

  private BufferPlanning(Program program) {
    this.program = program;
  }

  /** Returns the program with an array for every value per row. */
  public static Program plan(Program program) {
    BufferPlanning planning = new BufferPlanning(program);
    planning.planForward();
    planning.planBackward();
    return program.withHomes(planning.homes);
  }

  private void planForward() {
    List<Step> chain = new ArrayList<>();
    for (Step step : program.forward()) {
      if (!chain.isEmpty() && !mayOverwrite(step, chain)) {
        settle(chain);
        chain.clear();
      }
      chain.add(step);
    }
    settle(chain);
    if (program.loss() == null && program.link() != null) {
      homes.put(program.link().output(), homes.get(program.link().input()));
    }
  }

  /** Gives the values of a chain the array of its last one. */
  private void settle(List<Step> chain) {
    Value home = chain.get(chain.size() - 1).output();
    for (Step step : chain) {
      homes.put(step.output(), home);
      if (step.mask() != null) {
        homes.put(step.mask(), step.mask());
      }
    }
  }

  private boolean mayOverwrite(Step step, List<Step> chain) {
    Step before = chain.get(chain.size() - 1);
    if (startsDraws(step)) {
      return false;
    }
    if (!step.op().inPlace()
        || !step.input().equals(before.output())
        || !step.layer().equals(before.layer())) {
      return false;
    }
    boolean keepsInput = isDifferentiated(step) && step.op().keeps().contains(Kept.INPUT);
    boolean isPenalised = false;
    for (int i = chain.size() - 1; i >= 0; i--) {
      if (!survives(chain.get(i), step, isPenalised)) {
        return false;
      }
      isPenalised |= isPenalty(chain.get(i));
    }
    return !keepsInput;
  }

  /** Without a loss, many draws are made from what comes before the first. */
  private boolean startsDraws(Step step) {
    return program.loss() == null && program.forward().indexOf(step) == program.stepsBeforeDraws();
  }

  /**
   * Returns whether what a step keeps is still there once another has overwritten it.
   *
   * @param isPenalised whether a penalty on activations lies between them: its gradient reaches the
   *     earlier step also where none passes the overwriting one, as at units that are left out
   */
  private boolean survives(Step earlier, Step overwriting, boolean isPenalised) {
    if (!isDifferentiated(earlier)) {
      return true;
    }
    Set<Kept> keeps = earlier.op().keeps();
    boolean signStays =
        overwriting.op().preservesSign() && (!isPenalised || isPenalty(overwriting));
    return !keeps.contains(Kept.OUTPUT) && (!keeps.contains(Kept.OUTPUT_SIGN) || signStays);
  }

  /** A penalty on activations hands on what it is given. */
  private static boolean isPenalty(Step step) {
    return step.op().rowPenalty().isPresent();
  }

  private boolean isDifferentiated(Step step) {
    return program.backward().stream().anyMatch(backward -> backward.step().equals(step));
  }

  /** A step that works in place leaves the gradient of its input in the array of its output's. */
  private void planBackward() {
    if (program.loss() != null) {
      Value outputs = program.loss().outputs().gradient();
      homes.put(outputs, outputs);
    }
    for (BackwardStep backward : program.backward()) {
      Step step = backward.step();
      Value gradient = step.input().gradient();
      if (backward.needsInputGradient()) {
        homes.put(gradient, step.op().inPlace() ? homes.get(step.output().gradient()) : gradient);
      }
    }
  }
}
