package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.magnitude;
import static dev.annette.processor.mathematics.ConvexProblem.INPUT;
import static dev.annette.processor.mathematics.ConvexProblem.OUTPUTS;
import static dev.annette.processor.mathematics.ConvexProblem.WEIGHTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.train.Lbfgs;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training with the orthogonal penalty ends where the gradient of the declared objective is 0. */
class OrthogonalOptimumTest {
  private static final double LAMBDA = 0.05;
  private static GeneratedNetwork network;

  @BeforeAll
  static void compile() {
    network =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "orthogonal.Net",
                    "input = " + INPUT + ", loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = %d) @Init(GLOROT_UNIFORM) @OrthogonalPenalty(%s) Layer output;"
                        .formatted(OUTPUTS, LAMBDA)))
            .network("orthogonal.Net");
  }

  static Stream<SettledRun> optimizers() {
    return SettledRun.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void training_ends_where_the_gradient_is_0(SettledRun run) {
    for (boolean weighted : new boolean[] {false, true}) {
      ConvexProblem problem = ConvexProblem.ofTargetsAlike(weighted);
      float[] parameters = run.parameters(network, problem);
      double[] slopes = problem.gradient(parameters);
      double scale = magnitude(problem.gradient(new float[parameters.length]));
      double worst = 0;
      for (int i = 0; i < slopes.length; i++) {
        worst = Math.max(worst, Math.abs(slopes[i] + (i < WEIGHTS ? slope(parameters, i) : 0)));
      }
      assertTrue(worst <= 1e-4 * scale, worst / scale + ": " + Arrays.toString(parameters));
    }
  }

  /** Returns the slope of the penalty, by central differences. */
  private static double slope(float[] parameters, int i) {
    double h = 1e-5;
    return LAMBDA * (meanCosine(parameters, i, h) - meanCosine(parameters, i, -h)) / (2 * h);
  }

  /** Returns the mean |cosine| over the pairs of units, weight i being changed by h. */
  private static double meanCosine(float[] parameters, int i, double h) {
    double sum = 0;
    for (int a = 0; a < OUTPUTS; a++) {
      for (int b = 0; b < a; b++) {
        double[] products = new double[3];
        for (int k = 0; k < INPUT; k++) {
          double u = parameters[k * OUTPUTS + a] + (i == k * OUTPUTS + a ? h : 0);
          double v = parameters[k * OUTPUTS + b] + (i == k * OUTPUTS + b ? h : 0);
          products[0] += u * v;
          products[1] += u * u;
          products[2] += v * v;
        }
        sum += Math.abs(products[0]) / Math.sqrt(products[1] * products[2]);
      }
    }
    return sum / (OUTPUTS * (OUTPUTS - 1) / 2.0);
  }

  @Test
  void lbfgs_refuses_it() {
    assertEquals(
        "L-BFGS needs a smooth objective that is the same at every call, but output has"
            + " orthogonalPenalty 0.05. Take another optimizer, or remove it.",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Lbfgs.iterations(1)
                        .minimize(network.create(1), ConvexProblem.ofTargetsAlike(false).dataset()))
            .getMessage());
  }
}
