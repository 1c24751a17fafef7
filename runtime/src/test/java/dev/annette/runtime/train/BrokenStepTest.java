package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.custom.PenaltyFunction;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.train.penalty.FunctionPenalty;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that user code ends leaves the trainer as if it had not been tried. */
class BrokenStepTest {
  private static final Batch BATCH = Rows.regression(20, 3, 1).toBatch();

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Adam.of(0.1), Adamax.of(0.1), Nadam.of(0.1), AmsGrad.of(0.1), Ftrl.of(0.1), Sgd.of(0.1));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void the_next_step_is_that_which_was_tried(Optimizer optimizer) {
    Squares penalty = new Squares();
    LinearTrainer tried = trainer(penalty, optimizer);
    LinearTrainer untroubled = trainer(new Squares(), optimizer);
    tried.step(BATCH);
    untroubled.step(BATCH);
    penalty.fails = true;
    for (int again = 0; again < 3; again++) {
      assertThrows(IllegalStateException.class, () -> tried.step(BATCH));
    }
    penalty.fails = false;
    for (int step = 0; step < 3; step++) {
      tried.step(BATCH);
      untroubled.step(BATCH);
      assertArrayEquals(
          untroubled.parameter("output.weights"),
          tried.parameter("output.weights"),
          "step " + step);
    }
  }

  private static LinearTrainer trainer(PenaltyFunction function, Optimizer optimizer) {
    Hyperparameter strength =
        new Hyperparameter("output", "customPenalty", 0.1, NumberRule.PENALTY);
    LinearTrainer trainer =
        LinearTrainer.halfSquared(3)
            .penalty(new FunctionPenalty(strength, PenaltyScaling.KERAS, 3, 1, function))
            .start(new float[] {0.5f, -0.5f, 1}, 0);
    trainer.prepare(Training.online().optimizer(optimizer));
    return trainer;
  }

  /** Half a sum of squares, whose gradient fails while it is told to. */
  private static final class Squares implements PenaltyFunction {
    private boolean fails;

    @Override
    public double value(double[] weights, int in, int out) {
      double sum = 0;
      for (double weight : weights) {
        sum += 0.5 * weight * weight;
      }
      return sum;
    }

    @Override
    public void gradient(double[] weights, int in, int out, double[] gradient) {
      if (fails) {
        throw new IllegalStateException("not now");
      }
      System.arraycopy(weights, 0, gradient, 0, gradient.length);
    }
  }
}
