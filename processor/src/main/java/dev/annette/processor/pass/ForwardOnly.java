package dev.annette.processor.pass;

import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The part of a program that goes forward from features to outputs, and no further. */
final class ForwardOnly {
  private final List<Step> steps = new ArrayList<>();
  private final Map<Value, Value> replaced = new HashMap<>();

  private ForwardOnly() {}

  /**
   * Returns the steps from features to outputs (logits, where a link follows them).
   *
   * @param form what stands for a step
   * @param leavesOut the steps that nothing stands for
   */
  static Program of(Program training, UnaryOperator<Step> form, Predicate<Step> leavesOut) {
    ForwardOnly kept = new ForwardOnly();
    for (Step step : training.forward()) {
      if (!step.equals(training.link())) {
        kept.add(step, form, leavesOut);
      }
    }
    Value last = kept.steps.get(kept.steps.size() - 1).output();
    Step link = training.link() == null ? null : training.link().reading(last);
    return new Program(
        training.declaration(),
        training.constants(),
        List.of(),
        kept.randoms(),
        training.parameters(),
        training.input(),
        kept.steps,
        link,
        null,
        List.of(),
        Map.of());
  }

  private void add(Step step, UnaryOperator<Step> form, Predicate<Step> leavesOut) {
    Step reading = step.reading(replaced.getOrDefault(step.input(), step.input()));
    if (leavesOut.test(step)) {
      replaced.put(step.output(), leaveOut(reading));
    } else {
      steps.add(form.apply(reading));
    }
  }

  /**
   * Returns what stands for the output of a step that is left out. Where the step was the last of
   * its layer, the step before it takes over the layer's name.
   */
  private Value leaveOut(Step step) {
    int before = steps.size() - 1;
    if (before < 0 || !steps.get(before).layer().equals(step.layer())) {
      return step.input();
    }
    Step last = steps.get(before);
    steps.set(
        before, new Step(last.op(), last.input(), last.parameters(), last.mask(), step.output()));
    return step.output();
  }

  private List<RandomStream> randoms() {
    return steps.stream().flatMap(step -> step.randoms().stream()).distinct().toList();
  }
}
