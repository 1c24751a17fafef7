package dev.annette.processor.pass;

import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of a program that predicts: forward to the outputs, without what only training does. */
public final class Prediction {
  private Prediction() {}

  /** Returns the steps from features to outputs (logits, where a link follows them). */
  public static Program of(Program training) {
    List<Step> steps = new ArrayList<>();
    Map<Value, Value> replaced = new HashMap<>();
    for (Step step : JointPrediction.of(training)) {
      Step here = step.predicting().reading(replaced.getOrDefault(step.input(), step.input()));
      if (step.op().trainingOnly()) {
        replaced.put(step.output(), leaveOut(here, steps));
      } else if (!step.equals(training.link())) {
        steps.add(here);
      }
    }
    Value last = steps.get(steps.size() - 1).output();
    Step link = training.link() == null ? null : training.link().reading(last);
    return new Program(
        training.declaration(),
        training.constants(),
        List.of(),
        List.of(),
        training.parameters(),
        training.input(),
        steps,
        link,
        null,
        List.of(),
        Map.of());
  }

  /**
   * Returns what stands for the output of a step that is left out. Where the step was the last of
   * its layer, the step before it takes over the layer's name.
   */
  private static Value leaveOut(Step step, List<Step> steps) {
    int before = steps.size() - 1;
    if (before < 0 || !steps.get(before).layer().equals(step.layer())) {
      return step.input();
    }
    Step last = steps.get(before);
    steps.set(
        before, new Step(last.op(), last.input(), last.parameters(), last.mask(), step.output()));
    return step.output();
  }
}
