package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Penalty;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.AdamW;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.RmsProp;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Penalties, constraints and dropout on the same weights, under every kind of optimizer. */
class PenalisedTrainingTest {
  private static final int ROWS = 60;
  private static final int IN = 20;
  private static final int UNITS = 70;
  private static final int WIDE = 40;
  private static GeneratedNetwork network;

  @BeforeAll
  static void compile() {
    network =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "example.Penalised",
                    "input = 20, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = 70, activation = TANH) @L1(0.05) @L2(0.5) @MaxNorm(0.75)"
                        + " @Dropout(0.2) Layer hidden;",
                    "@Dense(units = 40, activation = RELU) @GroupLasso(0.3)"
                        + " @OrthogonalPenalty(0.2) @NonNegative @WeightDecay(0.1) Layer wide;",
                    "@Dense(units = 2) @GroupLasso(value = 0.01, groups = WeightGroup.UNITS)"
                        + " @MinMaxNorm(min = 0.5, max = 1.5, rate = 0.5) Layer output;"))
            .network("example.Penalised");
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Sgd.of(0.05),
        Sgd.momentum(0.01, 0.9),
        Sgd.nesterov(0.01, 0.9),
        RmsProp.of(0.002),
        Adam.of(0.005),
        AdamW.of(0.005));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void all_of_them_hold_at_once_whatever_the_threads(Optimizer optimizer) {
    NetworkTrainer<?> trainer = trained(optimizer, 1);
    float[] hidden = trainer.parameter("hidden.weights");
    for (int unit = 0; unit < UNITS; unit++) {
      assertTrue(norm(hidden, IN, UNITS, unit) <= 0.75 * (1 + 1e-6), "unit " + unit);
    }
    for (float weight : trainer.parameter("wide.weights")) {
      assertTrue(weight >= 0);
    }
    float[] output = trainer.parameter("output.weights");
    for (int unit = 0; unit < 2; unit++) {
      double norm = norm(output, WIDE, 2, unit);
      assertTrue(norm > 0.4 && norm < 1.7, "norm " + norm);
    }
    assertArrayEquals(values(trainer), values(trained(optimizer, 2)));
    assertArrayEquals(values(trainer), values(trained(optimizer, 3)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void penalties_and_gradients_are_those_of_the_mathematics(Optimizer optimizer) {
    NetworkTrainer<?> trainer = trained(optimizer, 1);
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    Penalty expected = Interpreter.of(trainer.description()).penalty(tensors, ROWS, 16);
    assertEquals(expected.value(), trainer.penalty(), 1e-12);
    Map<String, Double> byTensor = Ledger.byTensor(trainer);
    assertEquals(expected.values().keySet(), byTensor.keySet());
    expected.values().forEach((name, value) -> assertEquals(value, byTensor.get(name), 1e-12));
    double[] gradients = new double[trainer.parameterCount()];
    trainer.addPenaltyGradients(gradients);
    double[] wide = expected.gradients().get("wide.weights");
    int from = IN * UNITS + UNITS;
    for (int i = 0; i < wide.length; i++) {
      assertEquals(wide[i], gradients[from + i], 1e-12, "weight " + i);
    }
    GradientCheck.of(trainer, rows().toBatch()).requireWithin(1e-5);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_model_and_what_it_says_of_its_penalties_survive_a_file(Optimizer optimizer) {
    NetworkModel model = trained(optimizer, 1).model();
    NetworkModel loaded = network.load(model.toJson());
    assertEquals(model.description(), loaded.description());
    assertEquals(model.provenance().penalties(), loaded.provenance().penalties());
    assertEquals(6, loaded.provenance().penalties().size());
  }

  private static NetworkTrainer<?> trained(Optimizer optimizer, int threads) {
    NetworkTrainer<?> trainer = network.create(5);
    trainer.fit(rows(), Training.epochs(8).batchSize(16).threads(threads).optimizer(optimizer));
    return trainer;
  }

  private static Dataset rows() {
    Random random = new Random(3);
    return Dataset.ofValues(
        Sample.numbers(random, ROWS * IN, 1), ROWS, Sample.numbers(random, ROWS * 2, 1));
  }

  private static float[] values(NetworkTrainer<?> trainer) {
    float[] values = new float[trainer.parameterCount()];
    trainer.getParameters(values);
    return values;
  }

  private static double norm(float[] weights, int rows, int columns, int column) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double weight = weights[row * columns + column];
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }
}
