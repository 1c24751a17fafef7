package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.PenaltyRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltiesTest {
  private static final float[] WEIGHTS = {1, -2, 3, 0.5f, 0, -1}; // Σw² = 15.25, Σ|w| = 7.5

  @ParameterizedTest
  @CsvSource({ // λ = 0.5, m = 40, n = 8
    "TEXTBOOK, HALF_SQUARED_ERROR, 0.0125",
    "KERAS, HALF_SQUARED_ERROR, 1.0",
    "PYTORCH, HALF_SQUARED_ERROR, 0.5",
    "SKLEARN_RIDGE, HALF_SQUARED_ERROR, 0.0125",
    "SKLEARN_RIDGE, MEAN_SQUARED_ERROR, 0.025",
    "SKLEARN_LASSO, HALF_SQUARED_ERROR, 0.5",
    "SKLEARN_LASSO, MEAN_SQUARED_ERROR, 1.0",
    "SKLEARN_MLP, HALF_SQUARED_ERROR, 0.0625",
    "SKLEARN_LOGISTIC, BINARY_CROSS_ENTROPY, 0.05"
  })
  void an_l2_step_shrinks_by_the_effective_strength(
      PenaltyScaling scaling, Loss loss, double effective) {
    LinearTrainer trainer = new LinearTrainer(6, 1, loss, 1).l2(0.5, scaling).start(WEIGHTS, 0);
    stepWithoutData(trainer);
    float[] weights = trainer.parameter("output.weights");
    for (int i = 0; i < 6; i++) {
      assertEquals(WEIGHTS[i] * (1 - 0.25 * effective), weights[i], 1e-6);
    }
    assertEquals(
        List.of(new PenaltyRecord("output.weights", "l2", 0.5, lower(scaling), effective)),
        trainer.model().provenance().penalties());
  }

  @ParameterizedTest
  @CsvSource({
    "TEXTBOOK, HALF_SQUARED_ERROR, 0.00625",
    "KERAS, HALF_SQUARED_ERROR, 0.5",
    "PYTORCH, HALF_SQUARED_ERROR, 0.5",
    "SKLEARN_LASSO, HALF_SQUARED_ERROR, 0.5",
    "SKLEARN_LASSO, MEAN_SQUARED_ERROR, 1.0",
    "SKLEARN_LOGISTIC, BINARY_CROSS_ENTROPY, 0.05"
  })
  void an_l1_step_moves_towards_zero_by_the_effective_strength(
      PenaltyScaling scaling, Loss loss, double effective) {
    for (L1Method method : L1Method.values()) {
      LinearTrainer trainer =
          new LinearTrainer(6, 1, loss, 1).l1(0.5, scaling, method).start(WEIGHTS, 0);
      stepWithoutData(trainer);
      float[] weights = trainer.parameter("output.weights");
      for (int i = 0; i < 6; i++) {
        double expected = WEIGHTS[i] - Math.signum(WEIGHTS[i]) * 0.25 * effective;
        assertEquals(expected, weights[i], 1e-6, method + ", weight " + i);
      }
    }
  }

  /** A step on rows whose features are 0, so that only the penalty moves the weights. */
  private static void stepWithoutData(LinearTrainer trainer) {
    trainer.prepare(Training.online().optimizer(Sgd.of(0.25)).examples(40).batchSize(8));
    trainer.step(Batch.of(new float[48], 8, new Targets.Values(new float[8])));
  }

  @Test
  void the_value_is_half_a_sum_of_squares_and_a_sum_of_magnitudes() {
    LinearTrainer trainer =
        LinearTrainer.halfSquared(6)
            .l2(0.1, PenaltyScaling.PYTORCH)
            .l1(0.2, PenaltyScaling.KERAS, L1Method.PROXIMAL)
            .start(WEIGHTS, 4);
    assertEquals(0.5 * 0.1 * 15.25 + 0.2 * 7.5, trainer.penalty(), 1e-12);
    assertEquals(2, trainer.penalties().size());
    assertEquals(0.5 * 0.1 * 15.25, trainer.penalties().get("output.weights.l2"), 1e-12);
    assertEquals(0.2 * 7.5, trainer.penalties().get("output.weights.l1"), 1e-12);
    double[] gradient = new double[7];
    trainer.addPenaltyGradients(gradient);
    double[] expected = {0.1 + 0.2, -0.2 - 0.2, 0.3 + 0.2, 0.05 + 0.2, 0, -0.1 - 0.2, 0};
    for (int i = 0; i < 7; i++) {
      assertEquals(expected[i], gradient[i], 1e-12);
    }
  }

  @Test
  void golden_numbers_of_other_libraries() {
    float[] weights = {1, -2, 3, 0.5f, 0, -1};
    LinearTrainer keras = LinearTrainer.halfSquared(6).l2(0.1, PenaltyScaling.KERAS);
    assertEquals(1.525, keras.start(weights, 0).penalty(), 1e-12);
    LinearTrainer textbook = LinearTrainer.halfSquared(6).l2(0.1, PenaltyScaling.TEXTBOOK);
    textbook.prepare(Training.online().examples(4));
    assertEquals(0.190625, textbook.start(weights, 0).penalty(), 1e-12);
  }

  @Test
  void a_penalty_divided_by_m_needs_m() {
    LinearTrainer trainer = LinearTrainer.halfSquared(2).l2(1, PenaltyScaling.TEXTBOOK);
    String message =
        "The penalty of output.weights is divided by m, the number of training examples, which is"
            + " not known here: say Training.online().examples(m), or give the penalty a scaling"
            + " without m.";
    assertEquals(message, assertThrows(IllegalStateException.class, trainer::penalty).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> trainer.prepare(Training.online()))
            .getMessage());
  }

  @Test
  void a_penalty_divided_by_the_rows_of_a_batch_needs_them() {
    LinearTrainer trainer = LinearTrainer.halfSquared(2).l2(1, PenaltyScaling.SKLEARN_MLP);
    assertEquals(
        "The penalty of output.weights is divided by n, the rows of a batch, which is not known"
            + " before fit or prepare.",
        assertThrows(IllegalStateException.class, trainer::penalty).getMessage());
    assertEquals(
        "fullBatch() is for fit, which knows all rows: with prepare say batchSize(n).",
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer.prepare(Training.online().fullBatch()))
            .getMessage());
    trainer.prepare(Training.online().batchSize(4));
    assertEquals(0.5 / 4 * 5, trainer.start(new float[] {1, 2}, 0).penalty(), 1e-12);
  }

  @Test
  void remarks_show_how_the_strength_came_about() {
    assertRemarks(PenaltyScaling.TEXTBOOK, "1/1437 = 6.96e-4", "1/(2*1437) = 3.48e-4");
    assertRemarks(PenaltyScaling.KERAS, "2*1 = 2.00e+0", "1");
    assertRemarks(PenaltyScaling.PYTORCH, "1", "1");
    assertRemarks(PenaltyScaling.SKLEARN_LASSO, "1*1 = 1.00e+0", "1*1 = 1.00e+0");
    assertRemarks(PenaltyScaling.SKLEARN_LOGISTIC, "1/(1*1437) = 6.96e-4", "1/(1*1437) = 6.96e-4");
  }

  private static void assertRemarks(PenaltyScaling scaling, String l2, String l1) {
    LinearTrainer trainer =
        LinearTrainer.halfSquared(2).l2(1, scaling).l1(1, scaling, L1Method.PROXIMAL);
    trainer.prepare(Training.online().examples(1437));
    assertEquals(
        List.of(
            Remark.Kind.EFFECTIVE_STRENGTH.says("@L2(1) on output: " + l2 + " on the mean loss"),
            Remark.Kind.EFFECTIVE_STRENGTH.says("@L1(1) on output: " + l1 + " on the mean loss")),
        trainer.state().descent().penalties().remarks(Sgd.of(0.01)));
  }

  @Test
  void remarks_warn_of_penalties_that_do_not_do_their_work() {
    LinearTrainer trainer = LinearTrainer.halfSquared(2).l2(1e-6, PenaltyScaling.PYTORCH);
    assertEquals(
        "@L2(1.0E-6) on output can have no effect: times the learning rate it is 1.00e-8, below"
            + " the resolution of floats, 5.96e-8",
        trainer.state().descent().penalties().remarks(Sgd.of(0.01)).get(1).text());
    assertEquals(
        "@L2(1.0E-6) on output with Adam: its gradient is divided by the running size of the"
            + " gradients, so the weights that move most shrink least; AdamW shrinks all alike",
        trainer.state().descent().penalties().remarks(Adam.defaults()).get(1).text());
    assertEquals(1, trainer.state().descent().penalties().remarks(Sgd.of(1)).size());
  }

  private static String lower(PenaltyScaling scaling) {
    return scaling.name().toLowerCase(java.util.Locale.ROOT);
  }
}
