package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.Loss;
import dev.annette.WeightGroup;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.penalty.CosinePenalty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CosinePenaltyTest {
  private static final float[] WEIGHTS = {1, -2, 3, 0.5f, 0, -1};

  /** Keras 3.15: {@code OrthogonalRegularizer(0.1, mode="rows")} and {@code "columns"}. */
  @Test
  void its_value_is_that_of_keras() {
    assertEquals(0.05976143, trainer(2, 3, WeightGroup.INPUTS, WEIGHTS).penalty(), 1e-8);
    assertEquals(0.08500724, trainer(2, 3, WeightGroup.UNITS, WEIGHTS).penalty(), 1e-8);
  }

  @ParameterizedTest
  @EnumSource(WeightGroup.class)
  void its_gradient_is_the_slope_of_its_value(WeightGroup between) {
    float[] weights = weights(5, 4);
    LinearTrainer trainer = trainer(5, 4, between, weights);
    double[] gradient = new double[24];
    trainer.addPenaltyGradients(gradient);
    float h = 0x1p-10f;
    for (int i = 0; i < 20; i++) {
      double difference = value(trainer, weights, i, h) - value(trainer, weights, i, -h);
      assertEquals(difference / (2 * h), gradient[i], 1e-6, "weight " + i);
    }
  }

  private static double value(LinearTrainer trainer, float[] weights, int i, float h) {
    float[] moved = weights.clone();
    moved[i] += h;
    return trainer.start(moved, 0, 0, 0, 0).penalty();
  }

  @ParameterizedTest
  @EnumSource(WeightGroup.class)
  void a_step_descends_its_gradient(WeightGroup between) {
    float[] weights = weights(19, 9);
    for (int row = 0; row < 19; row++) {
      weights[row * 9 + 4] = 0;
    }
    LinearTrainer trainer = trainer(19, 9, between, weights);
    double[] gradient = new double[19 * 9 + 9];
    trainer.addPenaltyGradients(gradient);
    trainer.prepare(Training.online().optimizer(Sgd.of(1)).batchSize(1));
    trainer.step(Batch.of(new float[19], 1, new Targets.Values(new float[9])));
    float[] moved = trainer.parameter("output.weights");
    for (int i = 0; i < moved.length; i++) {
      assertEquals(-gradient[i], moved[i] - weights[i], 1e-6, "weight " + i);
    }
  }

  @ParameterizedTest
  @EnumSource(WeightGroup.class)
  void its_bits_do_not_depend_on_how_many_threads_share_a_pass(WeightGroup between) {
    float[] one = passed(between, 1);
    assertArrayEquals(one, passed(between, 2));
    assertArrayEquals(one, passed(between, 5));
  }

  private static float[] passed(WeightGroup between, int parts) {
    LinearTrainer trainer = trainer(19, 9, between, weights(19, 9));
    LearnedParameter parameter = trainer.state().parameters().parameters().get(0);
    trainer.prepare(Training.online().optimizer(Sgd.of(1)).batchSize(1));
    trainer.state().descent().begin(1);
    for (ParameterPass pass : parameter.before()) {
      for (int part = parts - 1; part >= 0; part--) {
        pass.run(part, parts, new Scratch());
      }
    }
    parameter.accept(new float[19 * 9], 0, 19 * 9, new Scratch());
    return parameter.values();
  }

  @Test
  void one_unit_has_no_pair() {
    LinearTrainer trainer = trainer(3, 1, WeightGroup.UNITS, new float[] {1, 2, 3});
    assertEquals(0, trainer.penalty());
    trainer.prepare(Training.online().optimizer(Sgd.of(1)).batchSize(1));
    trainer.step(Batch.of(new float[3], 1, new Targets.Values(new float[1])));
    assertArrayEquals(new float[] {1, 2, 3}, trainer.parameter("output.weights"));
  }

  private static float[] weights(int in, int out) {
    float[] weights = new float[in * out];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (Math.sin(3.7 * i * i + 1) + 0.25);
    }
    return weights;
  }

  private static LinearTrainer trainer(int in, int out, WeightGroup between, float[] weights) {
    Hyperparameter strength =
        new Hyperparameter("output", "orthogonalPenalty", 0.1, NumberRule.PENALTY);
    return new LinearTrainer(in, out, Loss.HALF_SQUARED_ERROR, 1)
        .penalty(new CosinePenalty(strength, in, out, between))
        .start(weights, new float[out]);
  }
}
