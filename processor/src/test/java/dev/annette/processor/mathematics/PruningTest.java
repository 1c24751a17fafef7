package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.sparsity.SparsityReport;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pruned models of generated networks: the same bits in predictions and in files. */
class PruningTest {
  private static final int INPUT = 20;
  private static final int ROWS = 150;

  private static final Compilation NETWORKS =
      SourceCompiler.javac()
          .compileCleanly(
              Declarations.source(
                  "pruned.Lasso",
                  "input = " + INPUT + ", loss = Loss.CROSS_ENTROPY",
                  "@Standardize Layer raw;",
                  "@Dense(units = 65, activation = RELU) @BatchNorm @L1(5) Layer first;",
                  "@Dense(units = 33, activation = TANH) @L1(5) @Dropout(0.2) Layer second;",
                  "@Dense(units = 3) @L1(0.5) Layer output;"),
              Declarations.source(
                  "pruned.Connected",
                  "input = " + INPUT + ", loss = Loss.CROSS_ENTROPY",
                  "@Dense(units = 65, activation = RELU) @L1(5) @DropConnect(0.1) Layer first;",
                  "@Dense(units = 33, activation = TANH) @L1(5) @DropConnect(0.1) Layer second;",
                  "@Dense(units = 3) @L1(0.5) Layer output;"),
              Declarations.source(
                  "pruned.Groups",
                  "input = " + INPUT + ", loss = Loss.CROSS_ENTROPY",
                  "@Dense(units = 16, activation = RELU) @GroupLasso(20) Layer hidden;",
                  "@Dense(units = 3) Layer output;"),
              Declarations.source(
                  "pruned.Wide",
                  "input = 100, loss = Loss.HALF_SQUARED_ERROR",
                  "@Dense(units = 120, activation = GELU, bias = false) Layer first;",
                  "@Dense(units = 101) @BatchNorm Layer second;",
                  "@Dense(units = 7, activation = SOFTPLUS) Layer third;",
                  "@Dense(units = 1) Layer output;"));

  @ParameterizedTest
  @ValueSource(strings = {"Lasso", "Connected"})
  void a_network_trained_with_l1_is_pruned_to_the_same_bits(String name) {
    NetworkModel model = trained("pruned." + name).model();
    SparsityReport report = SparsityReport.of(model);
    assertTrue(report.layers().get(0).zeroShare() > 0.5, report::toString);
    assertTrue(report.layers().get(1).zeroShare() > 0.5, report::toString);
    compare(model, features(INPUT));
  }

  /** Targets depend on the first two features alone, and the penalty finds that. */
  @Test
  void a_group_lasso_leaves_inputs_without_effect() {
    NetworkModel model = trained("pruned.Groups").model();
    SparsityReport report = SparsityReport.of(model);
    assertTrue(report.inputsWithoutEffect().size() >= 10, report::toString);
    assertTrue(!report.inputsWithoutEffect().contains(0), report::toString);
    float[] features = features(INPUT);
    float[] others = features.clone();
    for (int row = 0; row < ROWS; row++) {
      for (int input : report.inputsWithoutEffect()) {
        others[row * INPUT + input] = 7;
      }
    }
    assertArrayEquals(predict(model, features), predict(model, others));
    compare(model, features);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.05, 0.1, 0.3, 0.7, 1})
  void any_share_of_zeros_gives_the_same_bits(double density) {
    NetworkTrainer<?> trainer = NETWORKS.network("pruned.Wide").create(3);
    Random random = new Random(5);
    for (String name : new String[] {"first", "second", "third", "output"}) {
      float[] weights = trainer.parameter(name + ".weights");
      for (int i = 0; i < weights.length; i++) {
        if (random.nextDouble() >= density) {
          weights[i] = random.nextBoolean() ? 0f : -0f;
        }
      }
      trainer.setParameter(name + ".weights", weights);
    }
    float[] bias = trainer.parameter("third.bias");
    Arrays.fill(bias, -0f);
    trainer.setParameter("third.bias", bias);
    compare(trainer.model(), features(100));
  }

  private static void compare(NetworkModel model, float[] features) {
    NetworkModel pruned = model.pruned();
    assertSame(model.getClass(), pruned.getClass());
    assertArrayEquals(model.toJson(), pruned.toJson());
    assertArrayEquals(bits(predict(model, features)), bits(predict(pruned, features)));
    int width = model.inputSize();
    Predictor all = model.predictor();
    Predictor few = pruned.predictor();
    for (int rows = 1; rows <= 18; rows++) {
      float[] some = Arrays.copyOf(features, rows * width);
      float[] expected = new float[rows * model.outputSize()];
      float[] found = new float[rows * model.outputSize()];
      all.logits(some, rows, expected);
      few.logits(some, rows, found);
      assertArrayEquals(bits(expected), bits(found), rows + " rows");
    }
    for (int row = 0; row < ROWS; row++) {
      float[] one = Arrays.copyOfRange(features, row * width, (row + 1) * width);
      float[] expected = new float[model.outputSize()];
      float[] found = new float[model.outputSize()];
      all.predict(one, expected);
      few.predict(one, found);
      assertArrayEquals(bits(expected), bits(found), "row " + row);
    }
  }

  private static float[] predict(NetworkModel model, float[] features) {
    float[] outputs = new float[ROWS * model.outputSize()];
    model.predictor().predict(features, ROWS, outputs);
    return outputs;
  }

  private static int[] bits(float[] numbers) {
    int[] bits = new int[numbers.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
    return bits;
  }

  private static NetworkTrainer<?> trained(String network) {
    NetworkTrainer<?> trainer = NETWORKS.network(network).create(5);
    float[] features = features(INPUT);
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      labels[row] = features[row * INPUT] > 0 ? 2 : features[row * INPUT + 1] > 0 ? 1 : 0;
    }
    trainer.fit(
        Dataset.ofClasses(features, ROWS, labels),
        Training.epochs(60).batchSize(30).optimizer(Sgd.of(0.1)));
    return trainer;
  }

  private static float[] features(int width) {
    return Sample.numbers(new Random(4), ROWS * width, 2);
  }

  @Test
  void a_model_that_is_not_pruned_reports_its_own_zeros_too() {
    NetworkModel model = NETWORKS.network("pruned.Wide").create(1).model();
    assertEquals(0, SparsityReport.of(model).zeros());
    assertEquals(SparsityReport.of(model), SparsityReport.of(model.pruned()));
  }
}
