package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.L1Method;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.custom.PenaltyFunction;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.constraint.NonNegative;
import dev.annette.runtime.train.penalty.FunctionPenalty;
import org.junit.jupiter.api.Test;

class LbfgsTest {
  private static final float[] START = {0.1f, 0.2f, -0.1f, 0.3f, 0.1f, -0.2f, 0.1f, 0.2f};

  @Test
  void ridge_regression_is_solved_in_few_iterations() {
    Dataset rows = Rows.regression(100, 8, 1);
    LinearTrainer trainer =
        LinearTrainer.halfSquared(8).l2(10, PenaltyScaling.TEXTBOOK).start(START, 0);
    Lbfgs.Outcome outcome = Lbfgs.iterations(100).minimize(trainer, rows);
    assertEquals(Lbfgs.Ending.CONVERGED, outcome.ending(), outcome.toString());
    assertTrue(outcome.iterations() <= 20, outcome.toString());
    float[] gradient = new float[9];
    trainer.gradients(rows.toBatch(), gradient);
    for (int i = 0; i < 8; i++) {
      float w = trainer.parameter("output.weights")[i];
      assertEquals(0, gradient[i] + 10.0 / 100 * w, 1e-5, "weight " + i);
    }
    assertEquals(0, gradient[8], 1e-5, "the bias is not penalised");
  }

  @Test
  void it_reaches_what_gradient_descent_reaches_slowly() {
    Dataset rows = Rows.regression(100, 8, 1);
    LinearTrainer quick =
        LinearTrainer.halfSquared(8).l2(10, PenaltyScaling.TEXTBOOK).start(START, 0);
    Lbfgs.iterations(100).minimize(quick, rows);
    LinearTrainer slow =
        LinearTrainer.halfSquared(8).l2(10, PenaltyScaling.TEXTBOOK).start(START, 0);
    slow.fit(rows, Training.epochs(3000).fullBatch().optimizer(Sgd.of(0.2)));
    float[] a = new float[9];
    float[] b = new float[9];
    quick.getParameters(a);
    slow.getParameters(b);
    for (int i = 0; i < 9; i++) {
      assertEquals(b[i], a[i], 2e-5, "parameter " + i);
    }
    assertEquals("Lbfgs.iterations(100).withMemory(10)", quick.model().provenance().optimizer());
  }

  @Test
  void an_objective_that_is_not_smooth_is_refused() {
    Dataset rows = Rows.regression(100, 8, 1);
    LinearTrainer trainer =
        LinearTrainer.halfSquared(8)
            .l1(0.1, PenaltyScaling.PYTORCH, L1Method.PROXIMAL)
            .start(START, 0);
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Lbfgs.iterations(10).minimize(trainer, rows))
            .getMessage();
    assertEquals(
        "L-BFGS needs a smooth objective that is the same at every call, but output has l1 0.1."
            + " Take another optimizer, or remove it.",
        message);
  }

  /** The override ends with its run; the declared penalty would act again. */
  @Test
  void a_penalty_that_a_run_before_has_switched_off_is_refused() {
    Dataset rows = Rows.regression(100, 8, 1);
    LinearTrainer trainer =
        LinearTrainer.halfSquared(8)
            .l1(0.1, PenaltyScaling.PYTORCH, L1Method.PROXIMAL)
            .start(START, 0);
    trainer.fit(rows, Training.epochs(1).optimizer(Sgd.of(0.01)).l1("output", 0));
    assertThrows(
        IllegalArgumentException.class, () -> Lbfgs.iterations(10).minimize(trainer, rows));
  }

  @Test
  void a_start_without_a_finite_objective_is_not_called_converged() {
    float[] huge = START.clone();
    huge[0] = 3e38f;
    LinearTrainer trainer = LinearTrainer.halfSquared(8).start(huge, 0);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Lbfgs.iterations(10).minimize(trainer, Rows.regression(100, 8, 1)))
            .getMessage();
    assertTrue(message.startsWith("The objective is not finite at the weights"), message);
  }

  @Test
  void a_constraint_is_refused_rather_than_ignored() {
    LinearTrainer trainer =
        LinearTrainer.halfSquared(8).start(START, 0).constraint(new NonNegative());
    assertEquals(
        "L-BFGS minimises without constraints, but output.weights has one. Take another"
            + " optimizer, or remove it.",
        assertThrows(
                IllegalArgumentException.class,
                () -> Lbfgs.iterations(10).minimize(trainer, Rows.regression(100, 8, 1)))
            .getMessage());
  }

  @Test
  void an_interrupted_thread_makes_no_iteration() {
    LinearTrainer trainer = LinearTrainer.halfSquared(8).start(START, 0);
    Thread.currentThread().interrupt();
    Lbfgs.Outcome outcome = Lbfgs.iterations(100).minimize(trainer, Rows.regression(100, 8, 1));
    assertTrue(Thread.interrupted());
    assertEquals(Lbfgs.Ending.INTERRUPTED, outcome.ending());
    assertEquals(0, outcome.iterations());
    assertArrayEquals(START, trainer.parameter("output.weights"));
  }

  @Test
  void interrupting_ends_it_within_a_pass_over_the_rows_with_the_best_weights() {
    Dataset rows = Rows.regression(100, 8, 1);
    Interrupting penalty = new Interrupting();
    Hyperparameter strength = new Hyperparameter("output", "customPenalty", 1, NumberRule.PENALTY);
    LinearTrainer trainer =
        LinearTrainer.halfSquared(8)
            .penalty(new FunctionPenalty(strength, PenaltyScaling.KERAS, 8, 1, penalty))
            .start(START, 0);
    double before = objective(trainer, rows);
    penalty.passes = 0;
    Lbfgs.Outcome outcome = Lbfgs.iterations(100).minimize(trainer, rows);
    assertTrue(Thread.interrupted());
    assertEquals(Lbfgs.Ending.INTERRUPTED, outcome.ending());
    assertEquals(Interrupting.PASSES + 1, penalty.passes, "the best weights are looked at again");
    assertTrue(outcome.iterations() > 0, outcome.toString());
    assertEquals(outcome.objective(), objective(trainer, rows), 1e-6);
    assertTrue(outcome.objective() < before, outcome.toString());
  }

  private static double objective(LinearTrainer trainer, Dataset rows) {
    return trainer.evaluate(rows).dataLoss() + trainer.penalty();
  }

  /** √(1 + Σw²), which interrupts the thread that computes it for the fourth time. */
  private static final class Interrupting implements PenaltyFunction {
    private static final int PASSES = 4;
    private int passes;

    @Override
    public double value(double[] weights, int in, int out) {
      passes++;
      if (passes == PASSES) {
        Thread.currentThread().interrupt();
      }
      return Math.sqrt(1 + Vectors.dot(weights, weights));
    }

    @Override
    public void gradient(double[] weights, int in, int out, double[] gradient) {
      double root = Math.sqrt(1 + Vectors.dot(weights, weights));
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = weights[i] / root;
      }
    }
  }

  @Test
  void options_that_do_nothing_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> Lbfgs.iterations(0));
    assertThrows(IllegalArgumentException.class, () -> Lbfgs.iterations(1).withMemory(0));
    assertThrows(IllegalArgumentException.class, () -> Lbfgs.iterations(1).withTolerance(-1));
    assertThrows(
        IllegalArgumentException.class, () -> Lbfgs.iterations(1).withTolerance(Double.NaN));
  }
}
