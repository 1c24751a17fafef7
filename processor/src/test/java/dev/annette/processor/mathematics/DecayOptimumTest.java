package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.magnitude;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.AdamW;
import dev.annette.runtime.train.Ftrl;
import dev.annette.runtime.train.Lbfgs;
import dev.annette.runtime.train.Lion;
import dev.annette.runtime.train.Nadam;
import dev.annette.runtime.train.RmsProp;
import dev.annette.runtime.train.Sgd;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What training with a decoupled decay ω ends at. It is no penalty, but with steps along the
 * gradient it has the optimum of one, and with steps of one length that of a bound.
 */
class DecayOptimumTest {
  private static final double TOLERANCE = 1e-4;
  private static final double BEND = 0.2;
  private static final double BOUND = 0.25;

  /** A decay counts in learning rates, so the last steps bring no weight nearer to the bound. */
  private static final double SLACK = 0.01 * BOUND;

  private static GeneratedNetwork penalised;
  private static GeneratedNetwork bounded;

  @BeforeAll
  static void compile() {
    penalised = network(BEND);
    bounded = network(1 / BOUND);
  }

  private static GeneratedNetwork network(double decay) {
    return SourceCompiler.javac()
        .compileCleanly(
            Declarations.source(
                "decay.Net",
                "input = " + ConvexProblem.INPUT + ", loss = Loss.HALF_SQUARED_ERROR",
                "@Dense(units = %d) @Init(ZEROS) @WeightDecay(%s) Layer output;"
                    .formatted(ConvexProblem.OUTPUTS, decay)))
        .network("decay.Net");
  }

  /** A velocity sums 1/(1 − μ) gradients against one decay. */
  static Stream<Arguments> alongTheGradient() {
    return Stream.of(
        Arguments.of(new SettledRun(Sgd.of(0.3), false), BEND),
        Arguments.of(new SettledRun(Sgd.momentum(0.1, 0.75), false), BEND / 4),
        Arguments.of(new SettledRun(Sgd.nesterov(0.1, 0.75), false), BEND / 4),
        Arguments.of(new SettledRun(Ftrl.of(1), false), BEND));
  }

  @ParameterizedTest
  @MethodSource("alongTheGradient")
  void steps_along_the_gradient_end_at_the_optimum_of_an_l2_penalty(SettledRun run, double bend) {
    for (boolean weighted : new boolean[] {false, true}) {
      ConvexProblem problem = ConvexProblem.of(Loss.HALF_SQUARED_ERROR, weighted);
      float[] parameters = run.parameters(penalised, problem);
      double[] slopes = problem.gradient(parameters);
      double allowed = TOLERANCE * magnitude(problem.gradient(new float[parameters.length]));
      for (int i = 0; i < parameters.length; i++) {
        double decay = i < ConvexProblem.WEIGHTS ? bend * parameters[i] : 0;
        assertEquals(0, slopes[i] + decay, allowed, "parameter " + i);
      }
    }
  }

  static Stream<SettledRun> ofOneLength() {
    return Stream.of(
        new SettledRun(Lion.of(0.02), true),
        new SettledRun(RmsProp.of(0.02), true),
        new SettledRun(new Adam(0.02, 0.9, 0.99, 1e-8), true),
        new SettledRun(new AdamW(0.02, 0.9, 0.99, 1e-8, 0), true),
        new SettledRun(Nadam.of(0.02).withBeta2(0.99), true));
  }

  /**
   * The loss is smallest among weights of magnitude at most 1/ω (for Lion: Chen et al. 2024; for
   * AdamW: Xie and Li 2024): a slope is 0 within the bound, and points out of it at the bound.
   */
  @ParameterizedTest
  @MethodSource("ofOneLength")
  void steps_of_one_length_end_at_the_optimum_within_a_bound(SettledRun run) {
    for (boolean weighted : new boolean[] {false, true}) {
      ConvexProblem problem = ConvexProblem.of(Loss.HALF_SQUARED_ERROR, weighted);
      float[] parameters = run.parameters(bounded, problem);
      double[] slopes = problem.gradient(parameters);
      double allowed = 1e-2 * magnitude(problem.gradient(new float[parameters.length]));
      int atTheBound = 0;
      for (int i = 0; i < parameters.length; i++) {
        double room = i < ConvexProblem.WEIGHTS ? BOUND - Math.abs(parameters[i]) : 1;
        assertTrue(room >= -SLACK, "weight " + i + " is " + parameters[i]);
        atTheBound += room <= SLACK ? 1 : 0;
        double left = room > SLACK ? Math.abs(slopes[i]) : slopes[i] * Math.signum(parameters[i]);
        assertTrue(left <= allowed, "slope " + i + " is " + slopes[i] + " at " + parameters[i]);
      }
      assertTrue(atTheBound >= 2 && atTheBound < ConvexProblem.WEIGHTS, atTheBound + " at bound");
    }
  }

  @Test
  void lbfgs_refuses_what_is_no_part_of_an_objective() {
    assertEquals(
        "L-BFGS needs a smooth objective that is the same at every call, but output has weightDecay"
            + " 0.2. Take another optimizer, or remove it.",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Lbfgs.iterations(1)
                        .minimize(
                            penalised.create(1),
                            ConvexProblem.of(Loss.HALF_SQUARED_ERROR, false).dataset()))
            .getMessage());
  }
}
