package dev.annette.processor.pass;

import dev.annette.processor.ir.Held;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step that multiplies by weights, beside one that leaves out the same units for all rows of a
 * batch: the products run on the kept sub-matrix.
 *
 * <ul>
 *   <li>Inputs left out before it count where only steps between the two that keep zeros.
 *   <li>Units left out after it count where they are left out in the same layer, and nothing
 *       between the two looks at more than one number at a time.
 * </ul>
 */
final class KeptMatrices implements FusionRule {
  @Override
  public Optional<Program> apply(Program program) {
    List<Step> steps = new ArrayList<>(program.forward());
    Map<Value, Held> zeros = new HashMap<>();
    boolean applies = false;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Held inputs = zeros.get(step.input());
      if (step.op().leavesOut().isPresent()) {
        zeros.put(step.output(), step.op().leavesOut().get());
      } else if (inputs != null && step.op().keepsZeros()) {
        zeros.put(step.output(), inputs);
      }
      Held units = units(steps, i);
      Optional<Op> kept =
          inputs == null && units == null
              ? Optional.empty()
              : step.op().keeping(step.operands(), inputs, units);
      if (kept.isPresent()) {
        steps.set(
            i, new Step(kept.get(), step.input(), step.parameters(), step.mask(), step.output()));
        applies = true;
      }
    }
    return applies ? Optional.of(program.withForward(steps, program.loss())) : Optional.empty();
  }

  /** Returns which units of a step a later step of its layer leaves out; null if there is none. */
  private static Held units(List<Step> steps, int index) {
    Step last = steps.get(index);
    for (Step step : steps.subList(index + 1, steps.size())) {
      if (!step.input().equals(last.output()) || !step.layer().equals(last.layer())) {
        return null;
      }
      if (step.op().leavesOut().isPresent()) {
        return step.op().leavesOut().get();
      }
      if (!step.op().isElementwise()) {
        return null;
      }
      last = step;
    }
    return null;
  }
}
