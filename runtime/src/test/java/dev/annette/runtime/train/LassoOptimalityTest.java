package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.L1Method;
import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The conditions of Karush, Kuhn and Tucker of the declared objective {@code J = L + ½·a·Σw² +
 * b·Σ|w|} where training ends: {@code g + a·w + b·sign(w) = 0} for every weight that is not 0, and
 * {@code |g| ≤ b} for every one that is.
 */
class LassoOptimalityTest {

  static Stream<Arguments> cases() {
    Optimizer[] optimizers = {
      Sgd.of(0.2),
      Sgd.momentum(0.05, 0.9),
      Sgd.nesterov(0.05, 0.9),
      RmsProp.of(5e-4),
      Adam.of(0.002),
      Adagrad.of(0.2),
      Adadelta.of(0.3),
      Adamax.of(0.002),
      Nadam.of(0.002),
      AmsGrad.of(0.01),
      Ftrl.of(0.5)
    };
    return Stream.of(optimizers)
        .flatMap(
            optimizer ->
                Stream.of(
                    Arguments.of(optimizer, PenaltyScaling.TEXTBOOK, 40.0, false),
                    Arguments.of(optimizer, PenaltyScaling.PYTORCH, 0.2, false),
                    Arguments.of(optimizer, PenaltyScaling.SKLEARN_LASSO, 0.2, true)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void training_ends_where_the_declared_objective_is_smallest(
      Optimizer optimizer, PenaltyScaling scaling, double strength, boolean weighted) {
    Dataset rows = Rows.regression(100, 8, 1);
    if (weighted) {
      float[] weights = new float[100];
      for (int row = 0; row < 100; row++) {
        weights[row] = 0.5f + row % 3;
      }
      rows = rows.withWeights(weights);
    }
    LinearTrainer trainer =
        LinearTrainer.halfSquared(8)
            .l1(strength, scaling, L1Method.PROXIMAL)
            .l2(strength / 4, scaling)
            .start(new float[] {0.1f, 0.2f, -0.1f, 0.3f, 0.1f, -0.2f, 0.1f, 0.2f}, 0);
    trainer.fit(rows, Training.epochs(20_000).fullBatch().threads(1).optimizer(optimizer));
    float[] gradient = new float[9];
    trainer.gradients(rows.withMeanWeightOne().toBatch(), gradient);
    LearnedParameter parameter = trainer.state().parameters().parameters().get(0);
    PenaltyBasis basis = new PenaltyBasis(100, 100, trainer.description().loss(), 1);
    double b = parameter.terms().get(0).effective(basis);
    double a = parameter.terms().get(1).effective(basis);
    assertEquals(0.2, b, 1e-12);
    int zeros = 0;
    for (int i = 0; i < 8; i++) {
      float w = parameter.values()[i];
      if (w == 0) {
        zeros++;
        assertTrue(Math.abs(gradient[i]) <= b + 1e-3, "weight " + i + " is 0: " + gradient[i]);
      } else {
        assertEquals(0, gradient[i] + a * w + b * Math.signum(w), 1e-3, "weight " + i);
      }
    }
    assertEquals(2, zeros);
    assertEquals(0, gradient[8], 1e-3, "the bias is not penalised");
  }
}
