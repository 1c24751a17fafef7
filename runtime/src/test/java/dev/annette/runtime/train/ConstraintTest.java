package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.train.constraint.MaxNorm;
import dev.annette.runtime.train.constraint.MinMaxNorm;
import dev.annette.runtime.train.constraint.NonNegative;
import dev.annette.runtime.train.constraint.UnitNorm;
import java.util.Arrays;
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
    assertArrayEquals(max, projected(new MaxNorm(2, 3, bound(2)), WEIGHTS, 1), 1e-7f);
    assertArrayEquals(unit, projected(new UnitNorm(2, 3), WEIGHTS, 1), 1e-7f);
    assertArrayEquals(minMax, projected(new MinMaxNorm(2, 3, 1, 2, rate(0.5)), WEIGHTS, 1), 3e-7f);
    float[] grown = projected(new MinMaxNorm(2, 3, 4, 9, rate(1)), WEIGHTS, 1);
    assertEquals(4, Math.hypot(grown[0], grown[3]), 1e-6);
  }

  @Test
  void what_is_in_the_set_keeps_its_bits() {
    float[] max = projected(new MaxNorm(2, 3, bound(2)), WEIGHTS, 1);
    for (int i : new int[] {0, 1, 3, 4}) {
      assertEquals(WEIGHTS[i], max[i], "a norm of at most 2");
    }
    assertArrayEquals(WEIGHTS, projected(new MaxNorm(2, 3, bound(3.2)), WEIGHTS, 1));
    assertArrayEquals(WEIGHTS, projected(new MinMaxNorm(2, 3, 1, 4, rate(0.5)), WEIGHTS, 1));
    float[] zeros = new float[6];
    assertArrayEquals(zeros, projected(new UnitNorm(2, 3), zeros, 1));
    assertArrayEquals(zeros, projected(new MinMaxNorm(2, 3, 1, 2, rate(1)), zeros, 1));
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
            new MaxNorm(rows, columns, bound(bound)),
            new UnitNorm(rows, columns),
            new MinMaxNorm(rows, columns, bound / 2, bound, rate(1))
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
        new LinearTrainer(8, 3, Loss.HALF_SQUARED_ERROR, 1)
            .constraint(new MaxNorm(8, 3, bound(0.5)));
    trainer.fit(rows, Training.epochs(5).optimizer(Sgd.of(0.1)));
    assertNorms(0.5, trainer.parameter("output.weights"));
  }

  /** Off is where a constraint changes no bit, as an ablation has it. */
  @Test
  void bounds_are_overridden_scheduled_and_switched_off() {
    Hyperparameter bound = bound(0.5);
    assertEquals(Double.MAX_VALUE, bound.off());
    Hyperparameter rate = rate(1);
    assertEquals(0, rate.off());
    for (Optimizer optimizer : optimizers().toList()) {
      Training options = Training.epochs(5).optimizer(optimizer);
      float[] free = trained(null, options);
      Constraint max = new MaxNorm(8, 3, bound);
      Constraint minMax = new MinMaxNorm(8, 3, 0.1, 0.5, rate);
      assertArrayEquals(free, trained(max, options.override(bound.setting(), bound.off()), bound));
      assertArrayEquals(free, trained(minMax, options.override(rate.setting(), rate.off()), rate));
      assertNorms(0.25, trained(max, options.override(bound.setting(), 0.25), bound));
      Schedule halved = Constant.of(1).then(4, Constant.of(0.5));
      assertNorms(0.25, trained(max, options.schedule(bound.setting(), halved), bound));
      assertNorms(0.5, trained(minMax, options, rate));
    }
  }

  @Test
  void a_bound_that_breaks_its_rule_is_refused_with_its_words() {
    Hyperparameter bound = bound(2);
    assertEquals(
        "maxNorm of output is -2: a norm's upper bound leaves room for weights other than 0, so it"
            + " must be above 0 and finite. Did you mean 2?",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    trained(
                        new MaxNorm(8, 3, bound),
                        Training.epochs(1).override(bound.setting(), -2),
                        bound))
            .getMessage());
  }

  private static float[] trained(
      Constraint constraint, Training training, Hyperparameter... numbers) {
    LinearTrainer trainer = new LinearTrainer(8, 3, Loss.HALF_SQUARED_ERROR, 1);
    if (constraint != null) {
      trainer.constraint(constraint);
      trainer.state().hyperparameters(numbers);
    }
    trainer.setParameter("output.bias", 3, -3, 1);
    trainer.setParameter("output.weights", ones(24));
    trainer.fit(Rows.regression(60, 8, 3), training);
    return trainer.parameter("output.weights");
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void assertNorms(double expected, float[] weights) {
    for (int unit = 0; unit < 3; unit++) {
      double squares = 0;
      for (int i = unit; i < weights.length; i += 3) {
        squares += weights[i] * weights[i];
      }
      assertEquals(expected, Math.sqrt(squares), 1e-6);
    }
  }

  static Hyperparameter bound(double largest) {
    return new Hyperparameter("output", "maxNorm", largest, NumberRule.MAX_NORM);
  }

  static Hyperparameter rate(double share) {
    return new Hyperparameter("output", "minMaxNorm", share, NumberRule.NORM_RATE);
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
