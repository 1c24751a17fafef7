package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Remark;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Swa;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What batch normalisation and averages of the weights do to each other. */
class AveragedStatisticsTest {
  private static final int ROWS = 25;
  private static final int BATCH = 8;
  private static final int INPUT = 3;
  private static final int UNITS = 5;
  private static final Training RUN =
      Training.epochs(6).batchSize(BATCH).optimizer(Sgd.momentum(0.1, 0.9));
  private static GeneratedNetwork network;
  private static GeneratedNetwork constrained;

  @BeforeAll
  static void compile() {
    network = network("Averaged", "");
    constrained = network("Constrained", "@UnitNorm");
  }

  private static GeneratedNetwork network(String name, String constraint) {
    return SourceCompiler.javac()
        .compileCleanly(
            Declarations.source(
                "norm." + name,
                "input = 3, loss = Loss.HALF_SQUARED_ERROR",
                "@Dense(units = 5, activation = TANH, bias = false) "
                    + constraint
                    + " @BatchNorm @Dropout(0.5) Layer hidden;",
                "@Dense(units = 1) Layer output;"))
        .network("norm." + name);
  }

  /** The mean of what the batches have, as PyTorch's {@code update_bn} leaves it. */
  @Test
  void averaged_weights_have_statistics_of_their_own() {
    requireOwnStatistics(network);
  }

  /** The model's weights are the average within the constraint, and so are those measured. */
  @Test
  void averages_within_a_constraint_have_statistics_of_their_own() {
    float[] weights = requireOwnStatistics(constrained);
    for (int unit = 0; unit < UNITS; unit++) {
      double squares = 0;
      for (int i = unit; i < weights.length; i += UNITS) {
        squares += weights[i] * weights[i];
      }
      assertEquals(1, Math.sqrt(squares), 1e-6);
    }
  }

  private static float[] requireOwnStatistics(GeneratedNetwork network) {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fit(rows(), RUN.averaging(Swa.from(3)));
    ModelContent model = trainer.model().content();
    float[] weights = tensor(model, "hidden.weights");
    for (int unit = 0; unit < UNITS; unit++) {
      double meanOfMeans = 0;
      double meanOfVariances = 0;
      int[] starts = {0, 8, 16}; // the last batch has 1 row
      for (int start : starts) {
        double[] sums = sums(weights, unit, start);
        double mean = Arrays.stream(sums).average().orElseThrow();
        double squares = Arrays.stream(sums).map(x -> (x - mean) * (x - mean)).sum();
        meanOfMeans += mean / starts.length;
        meanOfVariances += squares / (BATCH - 1) / starts.length;
      }
      assertEquals(meanOfMeans, tensor(model, "hidden.mean")[unit], 1e-6);
      assertEquals(meanOfVariances, tensor(model, "hidden.variance")[unit], 1e-5);
    }
    return weights;
  }

  @Test
  void training_goes_on_with_its_own_weights_and_statistics() {
    NetworkTrainer<?> plain = network.create(1);
    plain.fit(rows(), RUN);
    NetworkTrainer<?> averaged = network.create(1);
    averaged.fit(rows(), RUN.averaging(Swa.from(2)));
    for (TensorDescription tensor : plain.description().tensors()) {
      assertArrayEquals(plain.parameter(tensor.name()), averaged.parameter(tensor.name()));
    }
    assertEquals(plain.state().steps(), averaged.state().steps());
    averaged.fit(rows(), RUN);
    plain.fit(rows(), RUN);
    assertArrayEquals(plain.parameter("hidden.mean"), averaged.parameter("hidden.mean"));
  }

  @Test
  void validation_and_early_stopping_see_them() {
    NetworkTrainer<?> trainer = network.create(1);
    History history =
        trainer.fit(
            rows(),
            RUN.averaging(Swa.from(2))
                .validation(rows())
                .earlyStopping(EarlyStopping.defaults().withPatience(3)));
    assertEquals(history.best().validationLoss(), trainer.evaluate(rows()).dataLoss());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void threads_do_not_matter(int threads) {
    NetworkTrainer<?> one = network.create(1);
    one.fit(rows(), RUN.averaging(Swa.from(3)).threads(1));
    NetworkTrainer<?> several = network.create(1);
    several.fit(rows(), RUN.averaging(Swa.from(3)).threads(threads));
    NetworkModel expected = one.model();
    NetworkModel actual = several.model();
    assertArrayEquals(expected.toJson(), actual.toJson());
  }

  @Test
  void an_average_over_updates_takes_those_of_the_weights() {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fit(rows(), RUN.averaging(Ema.of(0.9)));
    assertArrayEquals(
        trainer.parameter("hidden.mean"), tensor(trainer.model().content(), "hidden.mean"));
  }

  @Test
  void a_run_may_change_the_momentum() {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fit(
        rows(), Training.steps(1).fullBatch().override(new Setting("hidden", "momentum"), 0));
    float[] first = trainer.parameter("hidden.mean");
    NetworkTrainer<?> slow = network.create(1);
    slow.fit(
        rows(), Training.steps(1).fullBatch().override(new Setting("hidden", "momentum"), 0.75));
    for (int unit = 0; unit < UNITS; unit++) {
      assertEquals(first[unit] / 4, slow.parameter("hidden.mean")[unit], 1e-7);
    }
  }

  @Test
  void a_batch_of_one_row_is_remarked_on() {
    String rest =
        " has 1 row, whose variance batch normalisation cannot measure: it takes the running"
            + " statistics for it, which it does not move; another batchSize avoids that";
    assertTrue(remarked(8, "the last batch of every epoch" + rest));
    assertTrue(remarked(1, "every batch" + rest));
    assertFalse(remarked(9, "the last batch of every epoch" + rest));
    assertFalse(remarked(25, "the last batch of every epoch" + rest));
  }

  private static boolean remarked(int batchSize, String remark) {
    Training training = Training.epochs(1).batchSize(batchSize);
    return network
        .create(1)
        .fit(rows(), training)
        .remarks()
        .contains(Remark.Kind.SINGLE_ROW.says(remark));
  }

  /** Returns the sums into a unit for the rows of a batch. */
  private static double[] sums(float[] weights, int unit, int start) {
    Dataset rows = rows();
    return IntStream.range(start, start + BATCH)
        .mapToDouble(
            row ->
                IntStream.range(0, INPUT)
                    .mapToDouble(i -> (double) rows.feature(row, i) * weights[i * UNITS + unit])
                    .sum())
        .toArray();
  }

  private static float[] tensor(ModelContent model, String name) {
    int index = 0;
    for (TensorDescription tensor : model.description().tensors()) {
      if (tensor.name().equals(name)) {
        return model.tensor(index);
      }
      index++;
    }
    throw new AssertionError(name);
  }

  private static Dataset rows() {
    Random random = new Random(4);
    return Dataset.ofValues(
        Sample.numbers(random, ROWS * INPUT, 1), ROWS, Sample.numbers(random, ROWS, 1));
  }
}
