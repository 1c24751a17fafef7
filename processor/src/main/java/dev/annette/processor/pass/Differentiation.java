package dev.annette.processor.pass;

import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Walks the forward steps in reverse, as far as something before them learns. */
public final class Differentiation {
  private Differentiation() {}

  /** Returns the program with its backward steps. */
  public static Program differentiate(Program program) {
    List<BackwardStep> backward = new ArrayList<>();
    boolean learnsBefore = false;
    for (Step step : program.forward()) {
      boolean learnsHere = step.parameters().stream().anyMatch(Differentiation::isLearned);
      if (learnsBefore || learnsHere) {
        backward.add(new BackwardStep(step, learnsBefore));
      }
      learnsBefore |= learnsHere;
    }
    Collections.reverse(backward);
    return program.withBackward(backward);
  }

  private static boolean isLearned(Value value) {
    return value.role() == Value.Role.LEARNED;
  }
}
