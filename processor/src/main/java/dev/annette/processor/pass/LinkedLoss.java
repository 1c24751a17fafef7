package dev.annette.processor.pass;

import dev.annette.processor.ir.LossOp;
import dev.annette.processor.ir.LossStep;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Softmax or sigmoid and the cross-entropy of its probabilities in one step from logits, exact
 * where a probability rounds to 0 or 1.
 *
 * @param link the name of the step: {@code softmax}
 * @param loss the name of the loss: {@code crossEntropy}
 * @param fused the loss that takes logits
 */
record LinkedLoss(String link, String loss, LossOp fused) implements FusionRule {
  @Override
  public Optional<Program> apply(Program program) {
    Step step = program.link();
    if (step == null
        || !step.op().name().equals(link)
        || !program.loss().op().name().equals(loss)
        || !program.loss().outputs().equals(step.output())) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>(program.forward());
    steps.remove(step);
    return Optional.of(program.withForward(steps, new LossStep(fused, step.input())));
  }
}
