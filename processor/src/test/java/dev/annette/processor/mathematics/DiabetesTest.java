package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.CosineDecay;
import dev.annette.runtime.train.Lbfgs;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Linear models of the diabetes data that compiled networks learn, against scikit-learn's. */
class DiabetesTest {
  /** Relative to the largest coefficient; found: 4e-7, and 1e-5 without a penalty. */
  private static final double TOLERANCE = 1e-4;

  /** L-BFGS ends where floats cannot tell whether a loss of 1,430 falls; found: 1e-3. */
  private static final double LBFGS_TOLERANCE = 3e-3;

  private static final Diabetes DIABETES = Diabetes.read();
  private static final Compilation NETWORKS =
      SourceCompiler.javac()
          .compileCleanly(
              source("Ridge", "", "@L2(value = 0, scaling = PenaltyScaling.SKLEARN_RIDGE)"),
              source("ElasticNet", "", elasticNet()),
              source("Centred", ", bias = false", elasticNet()));

  private static String source(String name, String bias, String penalties) {
    return Declarations.source(
        "diabetes." + name,
        "input = 10, loss = Loss.HALF_SQUARED_ERROR",
        "@Dense(units = 1%s) @Init(ZEROS) %s Layer output;".formatted(bias, penalties));
  }

  private static String elasticNet() {
    return "@L1(value = 0, scaling = PenaltyScaling.SKLEARN_LASSO)"
        + " @L2(value = 0, scaling = PenaltyScaling.SKLEARN_LASSO)";
  }

  static Stream<JsonNode> models() {
    return cases().filter(json -> json.has("coefficients"));
  }

  private static Stream<JsonNode> cases() {
    return StreamSupport.stream(Fixture.read("diabetes.json").get("cases").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("models")
  void coefficients_are_those_of_scikit_learn_and_zeros_are_exact(JsonNode json) {
    boolean isRidge = json.get("l1").asDouble() == 0;
    NetworkTrainer<?> trainer =
        NETWORKS.network("diabetes." + (isRidge ? "Ridge" : "ElasticNet")).create(0);
    Training training =
        Training.steps(8000)
            .fullBatch()
            .threads(1)
            .metrics(false)
            .optimizer(Adam.of(20))
            .learningRate(CosineDecay.overRun())
            .l2("output", json.get("l2").asDouble());
    trainer.fit(
        DIABETES.dataset(), isRidge ? training : training.l1("output", json.get("l1").asDouble()));
    requireModel(json, trainer, TOLERANCE);
  }

  static Stream<JsonNode> smooth() {
    return models().filter(json -> json.get("l1").asDouble() == 0);
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void l_bfgs_finds_the_smooth_ones(JsonNode json) {
    String penalty = "@L2(value = %s, scaling = PenaltyScaling.SKLEARN_RIDGE)";
    NetworkTrainer<?> trainer =
        SourceCompiler.javac()
            .compileCleanly(source("Smooth", "", penalty.formatted(json.get("l2"))))
            .network("diabetes.Smooth")
            .create(0);
    Lbfgs.iterations(500).withTolerance(1e-7).minimize(trainer, DIABETES.dataset());
    requireModel(json, trainer, LBFGS_TOLERANCE);
  }

  private static void requireModel(JsonNode json, NetworkTrainer<?> trainer, double tolerance) {
    double[] expected = Fixture.doubles(json.get("coefficients"));
    float[] weights = trainer.parameter("output.weights");
    assertClose(expected, weights, tolerance, "coefficients");
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i] == 0, weights[i] == 0, "coefficient " + i + ": " + weights[i]);
    }
    double intercept = json.get("intercept").asDouble();
    assertEquals(intercept, trainer.parameter("output.bias")[0], 0.1 * tolerance * intercept);
    assertEquals(json.get("rSquared").asDouble(), rSquared(trainer), 0.01 * tolerance);
  }

  private static double rSquared(NetworkTrainer<?> trainer) {
    return Evaluation.of(trainer.model(), DIABETES.dataset()).metrics().get("r2");
  }

  /** As λ falls, weights leave 0 (and one returns to it) where the path of scikit-learn bends. */
  @Test
  void weights_leave_zero_at_the_knots_of_the_lasso_path() {
    NetworkTrainer<?> trainer = NETWORKS.network("diabetes.Centred").create(0);
    JsonNode path = cases().filter(json -> json.has("knots")).findFirst().orElseThrow();
    assertEquals(12, path.get("knots").size());
    assertEquals(2.1480435755, path.get("knots").get(0).get("alpha").asDouble(), 1e-10);
    for (JsonNode knot : path.get("knots")) {
      double alpha = knot.get("alpha").asDouble();
      int i = knot.get("coefficient").asInt();
      boolean enters = knot.get("enters").asBoolean();
      float above = weights(trainer, alpha * (1 + 1e-3))[i];
      float below = weights(trainer, alpha * (1 - 1e-3))[i];
      assertEquals(enters, above == 0, "weight %d just above %s is %s".formatted(i, alpha, above));
      assertEquals(!enters, below == 0, "weight %d just below %s is %s".formatted(i, alpha, below));
    }
  }

  private static float[] weights(NetworkTrainer<?> trainer, double lambda) {
    trainer.fit(
        DIABETES.centred(),
        Training.steps(3000)
            .fullBatch()
            .threads(1)
            .metrics(false)
            .optimizer(Sgd.nesterov(50, 0.95))
            .l1("output", lambda));
    return trainer.parameter("output.weights");
  }
}
