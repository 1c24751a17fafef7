package dev.annette.processor.pass;

import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one step in the place of two neighbours that predict together. */
final class JointPrediction {
  private JointPrediction() {}

  /** Returns the forward steps of a program, the link apart, with every such pair as one. */
  static List<Step> of(Program program) {
    List<Step> joint = new ArrayList<>();
    for (Step step : program.forward()) {
      Step last = joint.isEmpty() ? null : joint.get(joint.size() - 1);
      Optional<Op> together =
          last != null
                  && last.output().equals(step.input())
                  && !step.equals(program.link())
                  && step.parameters().isEmpty()
              ? last.op().predictingWith(step.op())
              : Optional.empty();
      if (together.isPresent()) {
        joint.set(
            joint.size() - 1,
            new Step(together.get(), last.input(), last.parameters(), null, step.output()));
      } else {
        joint.add(step);
      }
    }
    return joint;
  }
}
