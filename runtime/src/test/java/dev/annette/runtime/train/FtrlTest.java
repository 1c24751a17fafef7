package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.L1Method;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that something else than its updates has set are those that Ftrl goes on from. */
class FtrlTest {
  private static final Dataset ROWS = Rows.regression(40, 4, 1);
  private static final Training RUN = Training.epochs(30).optimizer(Ftrl.of(0.5));
  private static final float[] SET = {3, -2, 0, 0.25f};
  private static final float BIAS = -4;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void a_step_without_a_gradient_leaves_them_but_for_one_threshold(double lambda) {
    LinearTrainer trainer = trained(lambda);
    trainer.setParameters(new float[] {SET[0], SET[1], SET[2], SET[3], BIAS});
    assertKept(trainer, lambda);
    LinearTrainer each = trained(lambda);
    each.setParameter("output.weights", SET);
    each.setParameter("output.bias", BIAS);
    assertKept(each, lambda);
    LinearTrainer restored = trained(lambda);
    restored.restore(LinearTrainer.halfSquared(4).start(SET, BIAS).model());
    assertKept(restored, lambda);
  }

  private static LinearTrainer trained(double lambda) {
    LinearTrainer trainer =
        LinearTrainer.halfSquared(4).l1(lambda, PenaltyScaling.KERAS, L1Method.PROXIMAL);
    trainer.fit(ROWS, RUN);
    return trainer;
  }

  /** The threshold is η·λ/(β + √n) for squares n ≥ 0, here below 0.5·λ. */
  private static void assertKept(LinearTrainer trainer, double lambda) {
    trainer.step(Batch.of(new float[4], 1, new Targets.Values(trainer.parameter("output.bias"))));
    float[] weights = trainer.parameter("output.weights");
    for (int i = 0; i < SET.length; i++) {
      double shrunk = Math.abs(SET[i]) - Math.abs(weights[i]);
      assertTrue(shrunk > -1e-6 && shrunk < 0.5 * lambda + 1e-6, i + ": " + weights[i]);
      assertEquals(Math.signum(SET[i]), Math.signum(weights[i]));
    }
    assertEquals(BIAS, trainer.parameter("output.bias")[0], 1e-6);
  }

  @Test
  void weights_that_are_set_to_what_they_are_change_no_bit() {
    LinearTrainer trainer = trained(0.1);
    LinearTrainer untroubled = trained(0.1);
    float[] parameters = new float[5];
    trainer.getParameters(parameters);
    trainer.setParameters(parameters);
    trainer.fit(ROWS, RUN);
    untroubled.fit(ROWS, RUN);
    assertArrayEquals(untroubled.parameter("output.weights"), trainer.parameter("output.weights"));
  }

  /** A run that diverges returns to weights that had been set before it. */
  @Test
  void a_moment_remembers_that_they_were_set() {
    LinearTrainer trainer = trained(0);
    trainer.setParameters(new float[] {SET[0], SET[1], SET[2], SET[3], BIAS});
    Callback diverging =
        new Callback() {
          @Override
          public void onStep(double dataLoss, Control control) {
            throw new TrainingDivergedException("too far");
          }
        };
    assertThrows(TrainingDivergedException.class, () -> trainer.fit(ROWS, RUN.callback(diverging)));
    assertKept(trainer, 0);
  }
}
