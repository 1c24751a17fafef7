package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Penalties and constraints of generated networks against the values that Keras 3.15.1 computes for
 * the weights {@code [[1, −2, 3], [0.5, 0, −1]]}.
 */
class KerasValuesTest {
  private static final double TOLERANCE = 1e-6;
  private static final float[] WEIGHTS = {1, -2, 3, 0.5f, 0, -1};
  private static final String[] MODIFIERS = {
    "@L1(value = 0.1, scaling = PenaltyScaling.KERAS)",
    "@L2(value = 0.1, scaling = PenaltyScaling.KERAS)",
    "@L2(value = 0.1, scaling = PenaltyScaling.PYTORCH)",
    "@L2(0.1)",
    "@L2(value = 0.1, scaling = PenaltyScaling.SKLEARN_MLP)",
    "@L1(value = 0.1, scaling = PenaltyScaling.KERAS)"
        + " @L2(value = 0.2, scaling = PenaltyScaling.KERAS)",
    "@OrthogonalPenalty(value = 0.1, between = WeightGroup.INPUTS)",
    "@OrthogonalPenalty(value = 0.1, between = WeightGroup.UNITS)",
    "@MaxNorm(2)",
    "@UnitNorm",
    "@MinMaxNorm(min = 1, max = 2, rate = 0.5)",
    "@NonNegative"
  };

  private static Compilation networks;

  @BeforeAll
  static void compile() {
    String[] sources = new String[MODIFIERS.length];
    for (int i = 0; i < sources.length; i++) {
      sources[i] =
          Declarations.source(
              "keras.Net" + i,
              "input = 2, loss = Loss.HALF_SQUARED_ERROR",
              "@Dense(units = 3, bias = false) " + MODIFIERS[i] + " Layer output;");
    }
    networks = SourceCompiler.javac().compileCleanly(sources);
  }

  /** The third value is half of Keras'; the next two are the textbook's and scikit-learn's. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.75",
    "1, 1.525",
    "2, 0.7625",
    "3, 0.190625",
    "4, 0.190625",
    "5, 3.8",
    "6, 0.05976143",
    "7, 0.08500724"
  })
  void penalties_are_those_of_keras(int network, double expected) {
    assertEquals(expected, trainer(network).penalty(), TOLERANCE, MODIFIERS[network]);
  }

  /**
   * Keras multiplies by {@code n/(n + 1e-7)}, so a column within the bound shrinks a little in each
   * step. Here what is in the set keeps its bits, and a second step changes nothing.
   */
  @Test
  void constraints_are_those_of_keras_but_for_what_is_in_the_set_already() {
    float[] max = {0.99999988f, -2, 1.89736652f, 0.49999994f, 0, -0.63245553f};
    float[] unit = {0.89442706f, -1, 0.94868326f, 0.44721353f, 0, -0.31622776f};
    float[] minMax = {1, -2, 2.44868326f, 0.5f, 0, -0.81622773f};
    float[] nonNegative = {1, 0, 3, 0.5f, 0, 0};
    assertArrayEquals(max, constrained(8), (float) TOLERANCE);
    assertArrayEquals(unit, constrained(9), (float) TOLERANCE);
    assertArrayEquals(minMax, constrained(10), (float) TOLERANCE);
    assertArrayEquals(nonNegative, constrained(11));
    for (int column : new int[] {0, 1}) {
      for (int network : new int[] {8, 10}) {
        float[] weights = constrained(network);
        assertEquals(WEIGHTS[column], weights[column], "the norm is within the bound");
        assertEquals(WEIGHTS[3 + column], weights[3 + column], "the norm is within the bound");
      }
    }
  }

  private static float[] constrained(int network) {
    NetworkTrainer<?> trainer = trainer(network);
    stepWithoutData(trainer);
    float[] once = trainer.parameter("output.weights");
    stepWithoutData(trainer);
    if (network != 10) { // it goes half of the way in each step
      assertArrayEquals(once, trainer.parameter("output.weights"), "twice");
    }
    return once;
  }

  /** A step on rows of zeros, whose gradient is 0. */
  private static void stepWithoutData(NetworkTrainer<?> trainer) {
    trainer.step(Batch.of(new float[8], 4, new Targets.Values(new float[12])));
  }

  /** m = n = 4. */
  private static NetworkTrainer<?> trainer(int network) {
    NetworkTrainer<?> trainer = networks.network("keras.Net" + network).create(0);
    trainer.setParameter("output.weights", WEIGHTS);
    trainer.prepare(Training.online().examples(4).batchSize(4).optimizer(Sgd.of(0.5)));
    return trainer;
  }
}
