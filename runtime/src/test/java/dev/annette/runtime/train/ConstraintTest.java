package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.train.constraint.MaxNorm;
import dev.annette.runtime.train.constraint.MinMaxNorm;
import dev.annette.runtime.train.constraint.NonNegative;
import dev.annette.runtime.train.constraint.UnitNorm;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintTest {
  private static final float[] WEIGHTS = {1, -2, 3, 0.5f, 0, -1};

  /** The values of the formulas, as in {@code fixtures/penalties.json}. */
  @Test
  void columns_get_the_norms_that_the_formulas_say() {
    float[] max = {1, -2, 1.8973666f, 0.5f, 0, -0.63245553f};
    float[] unit = {0.89442719f, -1, 0.94868330f, 0.44721360f, 0, -0.31622777f};
    float[] minMax = {1, -2, 2.4486833f, 0.5f, 0, -0.81622777f};
    assertArrayEquals(max, projected(new MaxNorm(2, 3, 2), WEIGHTS, 1), 1e-7f);
    assertArrayEquals(unit, projected(new UnitNorm(2, 3), WEIGHTS, 1), 1e-7f);
    assertArrayEquals(minMax, projected(new MinMaxNorm(2, 3, 1, 2, 0.5), WEIGHTS, 1), 3e-7f);
    float[] grown = projected(new MinMaxNorm(2, 3, 4, 9, 1), WEIGHTS, 1);
    assertEquals(4, Math.hypot(grown[0], grown[3]), 1e-6);
  }

  @Test
  void what_is_in_the_set_keeps_its_bits() {
    float[] max = projected(new MaxNorm(2, 3, 2), WEIGHTS, 1);
    for (int i : new int[] {0, 1, 3, 4}) {
      assertEquals(WEIGHTS[i], max[i], "a norm of at most 2");
    }
    assertArrayEquals(WEIGHTS, projected(new MaxNorm(2, 3, 3.2), WEIGHTS, 1));
    assertArrayEquals(WEIGHTS, projected(new MinMaxNorm(2, 3, 1, 4, 0.5), WEIGHTS, 1));
    float[] zeros = new float[6];
    assertArrayEquals(zeros, projected(new UnitNorm(2, 3), zeros, 1));
    assertArrayEquals(zeros, projected(new MinMaxNorm(2, 3, 1, 2, 1), zeros, 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "7, 5", "33, 17", "100, 64", "513, 9"})
  void projecting_twice_changes_nothing_and_threads_do_not_matter(int rows, int columns) {
    Random random = new Random(rows);
    for (int round = 0; round < 50; round++) {
      float[] weights = new float[rows * columns];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) (random.nextGaussian() * Math.exp(random.nextGaussian()));
      }
      double bound = 0.1 + 3 * random.nextDouble();
      for (Constraint constraint :
          new Constraint[] {
            new MaxNorm(rows, columns, bound),
            new UnitNorm(rows, columns),
            new MinMaxNorm(rows, columns, bound / 2, bound, 1)
          }) {
        float[] once = projected(constraint, weights, 1);
        assertArrayEquals(once, projected(constraint, once, 1), "twice");
        assertArrayEquals(once, projected(constraint, weights, 3), "three threads");
      }
    }
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Sgd.of(0.1),
        Sgd.momentum(0.02, 0.9),
        Sgd.nesterov(0.02, 0.9),
        RmsProp.of(0.01),
        Adam.of(0.02));
  }

  /** Where training ends, the gradient of a weight is 0, or at least 0 where the weight is 0. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void weights_that_are_not_negative_end_where_the_loss_is_smallest(Optimizer optimizer) {
    Dataset rows = Rows.regression(60, 8, 1);
    LinearTrainer trainer = LinearTrainer.halfSquared(8).constraint(new NonNegative());
    trainer.start(new float[] {-1, 1, 0, 1, 1, 1, 1, 1}, 0);
    trainer.fit(rows, Training.epochs(3000).fullBatch().threads(1).optimizer(optimizer));
    float[] gradient = new float[9];
    trainer.gradients(rows.toBatch(), gradient);
    float[] weights = trainer.parameter("output.weights");
    int zeros = 0;
    for (int i = 0; i < 8; i++) {
      assertTrue(weights[i] >= 0);
      if (weights[i] == 0) {
        zeros++;
        assertTrue(gradient[i] >= -2e-2, "weight " + i + ": " + gradient[i]);
      } else {
        assertEquals(0, gradient[i], 2e-2, "weight " + i);
      }
    }
    assertTrue(zeros >= 2 && zeros < 8, zeros + " zeros");
  }

  @Test
  void a_step_ends_in_the_set() {
    Dataset rows = Rows.regression(60, 8, 3);
    LinearTrainer trainer =
        new LinearTrainer(8, 3, Loss.HALF_SQUARED_ERROR, 1).constraint(new MaxNorm(8, 3, 0.5));
    trainer.fit(rows, Training.epochs(5).optimizer(Sgd.of(0.1)));
    float[] weights = trainer.parameter("output.weights");
    for (int j = 0; j < 3; j++) {
      double squares = 0;
      for (int k = 0; k < 8; k++) {
        squares += weights[k * 3 + j] * weights[k * 3 + j];
      }
      assertEquals(0.5, Math.sqrt(squares), 1e-6);
    }
  }

  private static float[] projected(Constraint constraint, float[] weights, int parts) {
    float[] copy = weights.clone();
    for (ParameterPass pass : constraint.passes(copy)) {
      for (int part = parts - 1; part >= 0; part--) {
        pass.run(part, parts, new Scratch());
      }
    }
    return copy;
  }
}
