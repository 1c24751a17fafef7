package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static dev.annette.processor.mathematics.Closeness.magnitude;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Objectives of generated trainers against scikit-learn's, at parameters of its own. */
class ScikitLearnOptimumTest {
  private static final double TOLERANCE = 1e-5;
  private static final List<Fixture> FIXTURES = Fixture.compiled("sklearn.json");

  static Stream<Fixture> optima() {
    return FIXTURES.stream().filter(fixture -> !fixture.expected().has("objectiveGradients"));
  }

  static Stream<Fixture> networks() {
    return FIXTURES.stream().filter(fixture -> fixture.expected().has("objectiveGradients"));
  }

  @ParameterizedTest
  @FieldSource("FIXTURES")
  void data_loss_penalty_and_objective_are_those_of_scikit_learn(Fixture fixture) {
    NetworkTrainer<?> trainer = prepared(fixture);
    JsonNode expected = fixture.expected();
    double loss = trainer.gradients(fixture.batch(), new float[trainer.parameterCount()]);
    double objective = expected.get("objective").asDouble();
    double penalty = expected.get("penalty").asDouble();
    assertEquals(penalty, trainer.penalty(), 1e-6 * penalty);
    assertEquals(objective, loss + trainer.penalty(), 1e-6 * objective);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradients_of_the_objective_are_those_of_scikit_learn(Fixture fixture) {
    NetworkTrainer<?> trainer = prepared(fixture);
    double[] gradients = objectiveGradients(fixture, trainer);
    int from = 0;
    for (TensorDescription tensor : trainer.description().tensors()) {
      float[] gradient = new float[tensor.size()];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) gradients[from++];
      }
      double[] expected = fixture.expected("objectiveGradients", tensor.name());
      assertClose(expected, gradient, TOLERANCE, tensor.name());
    }
  }

  /** What is left of a gradient is compared with what it is at the start, where all is 0. */
  @ParameterizedTest
  @MethodSource("optima")
  void the_optimum_of_scikit_learn_is_ours(Fixture fixture) {
    NetworkTrainer<?> trainer = prepared(fixture);
    double[] gradients = objectiveGradients(fixture, trainer);
    float[] parameters = new float[trainer.parameterCount()];
    trainer.getParameters(parameters);
    double threshold = threshold(trainer);
    trainer.setParameters(new float[parameters.length]);
    double allowed = TOLERANCE * magnitude(objectiveGradients(fixture, trainer));
    int weights = trainer.parameter("output.weights").length;
    for (int i = 0; i < parameters.length; i++) {
      boolean free = i < weights && parameters[i] == 0;
      double slope = Math.abs(gradients[i]);
      assertTrue(
          slope <= (free ? threshold : 0) + allowed, "slope of parameter " + i + ": " + slope);
    }
  }

  private static NetworkTrainer<?> prepared(Fixture fixture) {
    NetworkTrainer<?> trainer = fixture.trainer();
    trainer.prepare(Training.online().examples(fixture.rows()).batchSize(fixture.rows()));
    return trainer;
  }

  private static double[] objectiveGradients(Fixture fixture, NetworkTrainer<?> trainer) {
    float[] gradients = new float[trainer.parameterCount()];
    trainer.gradients(fixture.batch(), gradients);
    double[] sum = new double[gradients.length];
    Arrays.setAll(sum, i -> gradients[i]);
    trainer.addPenaltyGradients(sum);
    return sum;
  }

  /** Returns the steepest slope that an L1 penalty holds a weight of 0 against; 0 without one. */
  private static double threshold(NetworkTrainer<?> trainer) {
    return trainer.model().provenance().penalties().stream()
        .filter(penalty -> penalty.kind().equals("l1"))
        .mapToDouble(PenaltyRecord::effective)
        .sum();
  }
}
