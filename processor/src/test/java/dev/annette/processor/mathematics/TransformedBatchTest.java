package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Remark;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class weights, smoothed labels and mixup between source and step. */
class TransformedBatchTest {
  private static final int ROWS = 48;
  private static final Training ALL =
      Training.epochs(3).batchSize(10).classWeights(1, 2, 4).labelSmoothing(0.1).mixup(0.4);
  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    compilation =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "example.Classes",
                    "input = 4, loss = Loss.CROSS_ENTROPY",
                    "@Standardize Layer features;",
                    "@Dense(units = 8, activation = TANH) @L2(1) @Dropout(0.25) Layer hidden;",
                    "@Dense(units = 3) Layer output;"),
                Declarations.source(
                    "example.Number",
                    "input = 4, loss = Loss.MEAN_SQUARED_ERROR",
                    "@Dense(units = 1) Layer output;"),
                Declarations.source(
                    "example.Flags",
                    "input = 4, loss = Loss.BINARY_CROSS_ENTROPY",
                    "@Dense(units = 2) Layer output;"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void threads_do_not_matter(int threads) {
    assertArrayEquals(fitted(ALL.threads(1)), fitted(ALL.threads(threads)));
    assertFalse(Arrays.equals(fitted(ALL), fitted(ALL.mixup(1))));
  }

  /** The steps of fit, made by hand. */
  @Test
  void steps_of_the_caller_see_what_fit_sees() {
    NetworkTrainer<?> fitted = trainer("Classes");
    Training step = Training.steps(1).fullBatch().shuffle(false).optimizer(Sgd.of(0.1));
    History history = fitted.fit(rows(), step.labelSmoothing(0.1).mixup(0.4));
    NetworkTrainer<?> stepped = trainer("Classes");
    stepped.fitInputs(rows());
    stepped.prepare(
        Training.online().examples(ROWS).optimizer(Sgd.of(0.1)).labelSmoothing(0.1).mixup(0.4));
    assertEquals(history.last().dataLoss(), stepped.step(rows().toBatch()));
    assertArrayEquals(parameters(fitted), parameters(stepped));
  }

  @Test
  void gradients_are_those_of_the_batch_as_it_is() {
    NetworkTrainer<?> plain = trainer("Number");
    NetworkTrainer<?> mixing = trainer("Number");
    mixing.prepare(Training.online().mixup(1));
    Batch batch = numbers().toBatch();
    float[] expected = new float[5];
    float[] actual = new float[5];
    assertEquals(plain.gradients(batch, expected), mixing.gradients(batch, actual));
    assertArrayEquals(expected, actual);
  }

  @Test
  void validation_compares_with_plain_labels() {
    NetworkTrainer<?> trainer = trainer("Classes");
    History history =
        trainer.fit(rows(), Training.epochs(1).labelSmoothing(0.5).validation(rows()));
    assertEquals(trainer.evaluate(rows()).dataLoss(), history.last().validationLoss());
  }

  @Test
  void m_stays_the_number_of_rows() {
    NetworkTrainer<?> trainer = trainer("Classes");
    trainer.fit(rows(), ALL);
    assertEquals(ROWS, trainer.model().provenance().examples());
  }

  @Test
  void class_weights_are_told_as_they_act_on_the_training_part() {
    History history = trainer("Classes").fit(rows(), Training.epochs(1).balancedClassWeights());
    assertTrue(
        history
            .remarks()
            .contains(
                Remark.Kind.CLASS_WEIGHTS.says("a row counts 0.6667, 1.3333, 1.3333 by its class")),
        history.remarks().toString());
    History part =
        trainer("Classes")
            .fit(rows(), Training.epochs(1).validationSplit(0.5).balancedClassWeights());
    assertTrue(
        part.remarks()
            .contains(
                Remark.Kind.CLASS_WEIGHTS.says("a row counts 0.6667, 1.3333, 1.3333 by its class")),
        part.remarks().toString());
  }

  @Test
  void soft_labels_made_softer_are_remarked_on() {
    float[][] features = new float[2][4];
    Dataset soft = Dataset.ofValues(features, new float[][] {{0, 0.5f, 0.5f}, {1, 0, 0}});
    Dataset hard = Dataset.ofValues(features, new float[][] {{0, 0, 1}, {1, 0, 0}});
    Training training = Training.epochs(1).labelSmoothing(0.1).l2("hidden", 0);
    Remark remark =
        Remark.Kind.SMOOTHED_SOFT_LABELS.says(
            "labelSmoothing(0.1) of soft labels: the targets say how sure they are already, and are"
                + " made less sure still");
    assertTrue(trainer("Classes").fit(soft, training).remarks().contains(remark));
    assertFalse(trainer("Classes").fit(hard, training).remarks().contains(remark));
  }

  @Test
  void what_does_not_fit_the_network_is_refused() {
    assertRefused(
        "labelSmoothing(0.1) takes targets for the probabilities of classes, but the loss of"
            + " example.Number is MEAN_SQUARED_ERROR: it needs CROSS_ENTROPY or"
            + " BINARY_CROSS_ENTROPY.",
        "Number",
        Training.epochs(1).labelSmoothing(0.1));
    assertRefused(
        "balancedClassWeights() needs rows that each belong to one class: CROSS_ENTROPY, or"
            + " BINARY_CROSS_ENTROPY with 1 output. example.Number has MEAN_SQUARED_ERROR with 1"
            + " outputs; give rows weights with Dataset.withWeights instead.",
        "Number",
        Training.epochs(1).balancedClassWeights());
    IllegalArgumentException flags =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer("Flags").prepare(Training.online().classWeights(1, 2)));
    assertTrue(flags.getMessage().startsWith("classWeights(...) needs rows that"));
    IllegalArgumentException count =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer("Classes").fit(rows(), Training.epochs(1).classWeights(1, 2)));
    assertEquals(
        "classWeights(...) has 2 numbers, but example.Classes tells 3 classes apart; give each"
            + " class one.",
        count.getMessage());
    IllegalArgumentException online =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer("Classes").prepare(Training.online().balancedClassWeights()));
    assertEquals(
        "balancedClassWeights() counts the rows of every class, which fit knows and prepare does"
            + " not: say classWeights(...).",
        online.getMessage());
  }

  @Test
  void a_batch_that_does_not_fit_is_named_before_it_is_transformed() {
    NetworkTrainer<?> trainer = trainer("Classes");
    trainer.fitInputs(rows());
    trainer.prepare(Training.online().examples(ROWS).labelSmoothing(0.1));
    Dataset wrong = Dataset.ofClasses(new float[][] {{1, 2, 3, 4}}, new int[] {3});
    assertEquals(
        "example.Classes: row 0 has class 3; with 3 outputs a class is from 0 to 2.",
        assertThrows(IllegalArgumentException.class, () -> trainer.step(wrong.toBatch()))
            .getMessage());
  }

  private static void assertRefused(String message, String network, Training training) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> trainer(network).fit(numbers(), training))
            .getMessage());
  }

  private static float[] fitted(Training training) {
    NetworkTrainer<?> trainer = trainer("Classes");
    trainer.fit(rows(), training);
    return parameters(trainer);
  }

  private static NetworkTrainer<?> trainer(String network) {
    return compilation.network("example." + network).create(1);
  }

  /** Half of the rows are of class 0, a quarter of each other. */
  private static Dataset rows() {
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      labels[row] = row % 4 < 2 ? 0 : row % 4 - 1;
    }
    return Dataset.ofClasses(Sample.numbers(new Random(5), ROWS * 4, 1), ROWS, labels);
  }

  private static Dataset numbers() {
    Random random = new Random(5);
    return Dataset.ofValues(
        Sample.numbers(random, ROWS * 4, 1), ROWS, Sample.numbers(random, ROWS, 1));
  }

  private static float[] parameters(NetworkTrainer<?> trainer) {
    float[] values = new float[trainer.parameterCount()];
    trainer.getParameters(values);
    return values;
  }
}
