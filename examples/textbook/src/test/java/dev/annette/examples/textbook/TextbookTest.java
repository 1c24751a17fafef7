package dev.annette.examples.textbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextbookTest {
  private static final double L2 = 0.1;
  private static final double L1 = 20;
  private static final RandomRegression ROWS = RandomRegression.of(100, 0);
  private static final NormalEquations EQUATIONS = NormalEquations.of(ROWS);

  @Test
  void a_thousand_iterations_give_the_exact_iterate_of_gradient_descent() {
    double[] exact = EQUATIONS.gradientDescent(L2, Textbook.LEARNING_RATE, Textbook.ITERATIONS);
    assertClose(exact, Textbook.ridge(ROWS, Textbook.LEARNING_RATE, Textbook.ITERATIONS), 2e-6);
  }

  @Test
  void the_iterate_is_not_yet_the_minimum() {
    double[] exact = EQUATIONS.gradientDescent(L2, Textbook.LEARNING_RATE, Textbook.ITERATIONS);
    double[] minimum = EQUATIONS.ridge(L2);
    double farthest = 0;
    for (int j = 0; j < exact.length; j++) {
      farthest = Math.max(farthest, Math.abs(exact[j] - minimum[j]));
    }
    assertTrue(farthest > 1e-5, "the two tests would not differ: " + farthest);
  }

  @Test
  void once_converged_the_weights_solve_the_normal_equations() {
    // with a rate of 0.01 steps fall below the resolution of floats a little before the minimum
    assertClose(EQUATIONS.ridge(L2), Textbook.ridge(ROWS, 0.5, 2000), 2e-6);
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(Sgd.of(0.1), Sgd.momentum(0.02, 0.9), Sgd.nesterov(0.02, 0.9), Adam.of(0.003));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void the_lasso_meets_its_optimality_conditions_with_exact_zeros(Optimizer optimizer) {
    float[] theta = Textbook.lasso(ROWS, optimizer, 20_000);
    double[] gradient = EQUATIONS.gradient(theta);
    double threshold = L1 / (2 * ROWS.y().length);
    int zeros = 0;
    for (int j = 0; j < theta.length; j++) {
      if (theta[j] == 0) {
        zeros++;
        assertTrue(Math.abs(gradient[j]) <= threshold, j + ": " + gradient[j]);
      } else {
        assertEquals(-threshold * Math.signum(theta[j]), gradient[j], 1e-5, "theta " + j);
      }
    }
    assertTrue(zeros >= 3, "exact zeros: " + zeros);
  }

  @Test
  void dropout_learns_a_boundary_and_stays_out_of_predictions() {
    RandomRegression seen = RandomRegression.of(1000, 1);
    assertTrue(Textbook.thinned(seen, RandomRegression.of(1000, 2)) > 0.9);

    ThinnedTrainer trainer = ThinnedTrainer.create(3);
    trainer.prepare(Training.online().optimizer(Sgd.of(1e-30)));
    double first = trainer.step(seen.signs().toBatch());
    double second = trainer.step(seen.signs().toBatch());
    assertNotEquals(first, second, "each training step leaves out other units");
    ThinnedModel model = trainer.model();
    assertEquals(model.logit(seen.x()[0]), model.logit(seen.x()[0]), "predictions never change");
  }

  private static void assertClose(double[] expected, float[] actual, double tolerance) {
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], actual[j], tolerance, "theta " + j);
    }
  }
}
