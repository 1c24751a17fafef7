package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static dev.annette.processor.mathematics.Closeness.magnitude;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.transform.ClassWeights;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Smoothed labels against PyTorch, class weights against scikit-learn. */
class LabelsTest {
  private static final double TOLERANCE = 1e-5;
  private static final List<Fixture> FIXTURES = Fixture.compiled("labels.json");

  static Stream<Fixture> smoothed() {
    return FIXTURES.stream().filter(fixture -> fixture.json().has("labelSmoothing"));
  }

  static Stream<Fixture> weighted() {
    return FIXTURES.stream().filter(fixture -> !fixture.json().has("labelSmoothing"));
  }

  /** With plain descent of rate 1 the step is the gradient. */
  @ParameterizedTest
  @MethodSource("smoothed")
  void a_step_descends_the_smoothed_loss_of_pytorch(Fixture fixture) {
    NetworkTrainer<?> trainer = fixture.trainer();
    Training training = Training.online().optimizer(Sgd.of(1));
    trainer.prepare(training.labelSmoothing(fixture.json().get("labelSmoothing").asDouble()));
    Batch batch = fixture.batch();
    float[] targets = copy(batch.targets());
    float[] before = parameters(trainer);
    double loss = trainer.step(batch);
    double expected = fixture.expected().get("dataLoss").asDouble();
    assertEquals(expected, loss, TOLERANCE * expected);
    float[] after = parameters(trainer);
    int from = 0;
    for (TensorDescription tensor : trainer.description().tensors()) {
      float[] gradient = new float[tensor.size()];
      for (int i = 0; i < gradient.length; i++, from++) {
        gradient[i] = before[from] - after[from];
      }
      assertClose(fixture.expected("gradients", tensor.name()), gradient, TOLERANCE, tensor.name());
    }
    assertArrayEquals(targets, copy(batch.targets()), "the user's targets stay");
  }

  /** At the optimum a step of plain descent over all rows goes nowhere. */
  @ParameterizedTest
  @MethodSource("weighted")
  void the_optimum_of_scikit_learn_is_ours(Fixture fixture) {
    double[] optimum = Fixture.widened(parameters(fixture.trainer()));
    double[] after = Fixture.widened(stepFrom(fixture, optimum));
    double[] fromZero = Fixture.widened(stepFrom(fixture, new double[optimum.length]));
    for (int i = 0; i < optimum.length; i++) {
      double allowed = TOLERANCE * (magnitude(fromZero) + Math.abs(optimum[i]));
      assertEquals(optimum[i], after[i], allowed, "parameter " + i);
    }
    assertTrue(magnitude(fromZero) > 0.01);
  }

  @ParameterizedTest
  @MethodSource("weighted")
  void balanced_weights_are_those_of_scikit_learn(Fixture fixture) {
    double[] expected = fixture.expected("classWeights");
    if (!fixture.json().has("classWeights")) {
      Dataset rows = rows(fixture);
      assertArrayEquals(expected, ClassWeights.balanced(rows, expected.length), 1e-12);
    }
    double mean = fixture.expected().get("meanWeight").asDouble();
    double[] scaled = ClassWeights.withMeanOne(rows(fixture), expected);
    for (int k = 0; k < scaled.length; k++) {
      assertEquals(expected[k] / mean, scaled[k], 1e-9);
    }
  }

  private static float[] stepFrom(Fixture fixture, double[] start) {
    NetworkTrainer<?> trainer = fixture.trainer();
    float[] values = new float[start.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) start[i];
    }
    trainer.setParameters(values);
    Training training = Training.steps(1).fullBatch().optimizer(Sgd.of(1)).metrics(false);
    History history =
        trainer.fit(
            rows(fixture),
            fixture.json().has("classWeights")
                ? training.classWeights(Fixture.doubles(fixture.json().get("classWeights")))
                : training.balancedClassWeights());
    assertEquals(1, history.epochs().size());
    return parameters(trainer);
  }

  private static Dataset rows(Fixture fixture) {
    Batch batch = fixture.batch();
    Dataset rows =
        batch.targets() instanceof Targets.Classes classes
            ? Dataset.ofClasses(batch.features(), batch.rows(), classes.indices())
            : Dataset.ofValues(
                batch.features(), batch.rows(), ((Targets.Values) batch.targets()).values());
    return batch.weights() == null ? rows : rows.withWeights(batch.weights());
  }

  private static float[] copy(Targets targets) {
    if (targets instanceof Targets.Values values) {
      return values.values().clone();
    }
    int[] indices = ((Targets.Classes) targets).indices();
    float[] copy = new float[indices.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = indices[i];
    }
    return copy;
  }

  private static float[] parameters(NetworkTrainer<?> trainer) {
    float[] values = new float[trainer.parameterCount()];
    trainer.getParameters(values);
    return values;
  }
}
