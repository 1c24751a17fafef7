package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kinds of bad input that libraries are known to swallow: each has an error that names what and
 * where, and leaves every weight as it was. Typed rows have theirs in the tests of rows.
 */
class BadInputTest {
  private static final int ROWS = 12;
  private static final int WIDTH = 3;
  private static final float NAN = Float.NaN;
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final Training RUN = Training.epochs(2).batchSize(5).optimizer(Sgd.of(0.1));

  /** What a network is for. */
  enum Task {
    REGRESSION("Loss.HALF_SQUARED_ERROR", 2),
    BINARY("Loss.BINARY_CROSS_ENTROPY", 1),
    CLASSES("Loss.CROSS_ENTROPY", 3);

    private final int outputs;
    private final GeneratedNetwork network;

    Task(String loss, int outputs) {
      this.outputs = outputs;
      String source =
          Declarations.source(
              "bad." + name(),
              "input = 3, loss = " + loss,
              "@Standardize Layer inputs;",
              "@Dense(units = 4, activation = TANH) @Dropout(0.2) Layer hidden;",
              "@Dense(units = " + outputs + ") Layer output;");
      network = SourceCompiler.javac().compileCleanly(source).network("bad." + name());
    }

    float[][] features() {
      float[][] features = new float[ROWS][WIDTH];
      for (int i = 0; i < ROWS * WIDTH; i++) {
        features[i / WIDTH][i % WIDTH] = (i * 7 % 11) / 5f - 1;
      }
      return features;
    }

    float[][] targets() {
      float[][] targets = new float[ROWS][outputs];
      for (int row = 0; row < ROWS; row++) {
        targets[row][row % outputs] = outputs == 1 ? row % 2 : 1;
      }
      return targets;
    }

    Dataset rows() {
      return Dataset.ofValues(features(), targets());
    }
  }

  /** What may fail in any way. */
  private interface Action {
    void run() throws Exception;
  }

  /** Bad input, what is done with it, and what the error must say. */
  private record Case(int kind, Action action, String message) {}

  private final List<Case> cases = new ArrayList<>();
  private NetworkTrainer<?> trainer;
  private Task task;

  private void refused(int kind, String message, Action action) {
    cases.add(new Case(kind, action, message));
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_is_named_and_no_weight_changes(Task of) throws IOException {
    long start = System.nanoTime();
    task = of;
    trainer = of.network.create(5);
    trainer.fit(of.rows(), RUN);
    missingRows();
    features();
    targets();
    classes();
    options();
    weights();
    sources();
    List<String> wrong = new ArrayList<>();
    cases.forEach(one -> tryCase(one, wrong));
    double seconds = (System.nanoTime() - start) / 1e9;
    String figure = "bad-input-" + of.name().toLowerCase(java.util.Locale.ROOT);
    new ReliabilityFigure(figure, cases.size(), 0, wrong.size(), 0, seconds).write();
    assertEquals(List.of(), wrong);
    Set<Integer> kinds = new HashSet<>();
    cases.forEach(one -> kinds.add(one.kind()));
    kinds.addAll(Set.of(21, 24)); // what is taken well, in tests of their own
    assertEquals(of == Task.REGRESSION ? 19 : of == Task.BINARY ? 20 : 24, kinds.size());
  }

  private void tryCase(Case one, List<String> wrong) {
    float[] before = parameters(trainer);
    long steps = trainer.state().steps();
    String found = "nothing";
    try {
      one.action().run();
    } catch (Exception e) {
      found = e.getMessage();
    }
    boolean same = Arrays.equals(before, parameters(trainer)) && steps == trainer.state().steps();
    if (!same || found == null || !found.contains(one.message())) {
      wrong.add("%d: %s, not %s%s".formatted(one.kind(), found, one.message(), same ? "" : " (!)"));
    }
  }

  private void fit(float[][] features, float[][] targets) {
    trainer.fit(Dataset.ofValues(features, targets), RUN);
  }

  private void missingRows() {
    refused(1, "features are null", () -> fit(null, task.targets()));
    refused(1, "rows are null", () -> trainer.fit((Dataset) null, RUN));
    float[][] gap = task.features();
    gap[4] = null;
    refused(2, "features: row 4 is null", () -> fit(gap, task.targets()));
    refused(3, "at least 1 row", () -> fit(new float[0][], new float[0][]));
    refused(
        4,
        "11 rows of targets were given, but there must be 12",
        () -> {
          fit(task.features(), Arrays.copyOf(task.targets(), ROWS - 1));
        });
    float[][] ragged = task.features();
    ragged[7] = new float[WIDTH - 1];
    refused(5, "features: row 7 has 2 columns, but row 0 has 3", () -> fit(ragged, task.targets()));
    float[][] wide = new float[ROWS][WIDTH + 1];
    refused(6, "rows have 4 features, but the network takes 3", () -> fit(wide, task.targets()));
    int more = task.outputs + 1;
    refused(
        7,
        "rows have %d target numbers each, but the network has %d outputs"
            .formatted(more, task.outputs),
        () -> fit(task.features(), new float[ROWS][more]));
  }

  private void features() {
    for (float value : new float[] {NAN, INFINITY, -INFINITY}) {
      float[][] features = task.features();
      features[9][1] = value;
      int kind = value != value ? 8 : 9;
      refused(kind, "features: row 9, column 1 is " + value, () -> fit(features, task.targets()));
      Batch batch = task.rows().toBatch();
      batch.features()[9 * WIDTH + 1] = value;
      refused(kind, "row 9, column 1 is " + value, () -> trainer.step(batch));
      refused(kind, "column 1 is " + value, () -> predict(1, value, 1));
    }
    refused(6, "takes 3", () -> predict(1, 2));
  }

  private void predict(float... row) {
    trainer.model().predictor().predict(row, new float[task.outputs]);
  }

  private void targets() {
    float[][] unknown = task.targets();
    unknown[3][0] = NAN;
    refused(10, "targets: row 3, column 0 is NaN", () -> fit(task.features(), unknown));
    Batch batch = task.rows().toBatch();
    ((Targets.Values) batch.targets()).values()[3 * task.outputs] = NAN;
    refused(10, "the target of row 3, output 0 is NaN", () -> trainer.step(batch));
    if (task != Task.REGRESSION) {
      for (float share : new float[] {-0.1f, 1.5f}) {
        float[][] outside = task.targets();
        outside[6][0] = share;
        refused(
            15, "the target of row 6, column 0 is " + share, () -> fit(task.features(), outside));
      }
    }
    float[][] huge = task.features();
    float[][] far = task.targets();
    far[2][0] = 3e38f;
    refused(
        23,
        task == Task.REGRESSION ? "Training diverged in epoch 3, batch " : "the target of row 2",
        () -> fit(huge, far));
  }

  private void classes() {
    int[] labels = new int[ROWS];
    if (task == Task.CLASSES) {
      int[] negative = labels.clone();
      negative[8] = -1;
      refused(11, "labels: row 8 is -1", () -> fit(negative));
      int[] beyond = labels.clone();
      beyond[8] = 3;
      refused(12, "the label of row 8 is 3; with 3 classes labels are 0 to 2", () -> fit(beyond));
      refused(13, "2.5", () -> read("a,b,c,y\n1,2,3,0\n1,2,3,2.5\n"));
      float[][] unsure = task.targets();
      unsure[5][2] = 0.5f;
      refused(14, "the targets of row 5 sum to", () -> fit(task.features(), unsure));
    } else {
      refused(7, "rows belong to classes, but the loss is", () -> fit(labels));
    }
  }

  private void fit(int[] labels) {
    trainer.fit(Dataset.ofClasses(task.features(), labels), RUN);
  }

  private void read(String csv) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    trainer.fit(
        Csv.stream(in, "rows.csv").header(true).label("y", List.of("0", "1", "2")).read(), RUN);
  }

  private void options() {
    refused(16, "batchSize", () -> RUN.batchSize(0));
    refused(16, "batchSize", () -> RUN.batchSize(-3));
    refused(17, "epochs", () -> Training.epochs(-1));
    refused(17, "epochs", () -> Training.epochs(0));
    for (double rate : new double[] {Double.NaN, 0, -0.1, Double.POSITIVE_INFINITY}) {
      refused(18, "learning rate", () -> Sgd.of(rate));
      refused(18, "learning rate", () -> Adam.of(rate));
    }
    refused(19, "12 rows", () -> trainer.fit(task.rows(), RUN.validationSplit(0.999)));
    refused(19, "validationSplit", () -> RUN.validationSplit(1));
  }

  private void weights() {
    for (float weight : new float[] {-1, NAN, INFINITY}) {
      float[] weights = new float[ROWS];
      weights[10] = weight;
      refused(20, "weights: row 10 is " + weight, () -> task.rows().withWeights(weights));
    }
    refused(20, "weights: all are 0", () -> task.rows().withWeights(new float[ROWS]));
    refused(
        20,
        "5 weights were given, but there must be 12",
        () -> task.rows().withWeights(new float[5]));
  }

  private void sources() {
    IOException broken = new IOException("connection reset");
    refused(
        22, "connection reset", () -> trainer.fit(new ShrinkingRows(task.rows(), 5, broken), RUN));
    refused(
        22,
        "there were 12 rows in the first pass, but 5 in a later one",
        () -> trainer.fit(new ShrinkingRows(task.rows(), 5, null), RUN));
  }

  @ParameterizedTest
  @EnumSource
  void arrays_are_the_callers_own(Task of) {
    float[][] features = of.features();
    float[][] targets = of.targets();
    NetworkTrainer<?> expected = of.network.create(5);
    expected.fit(of.rows(), RUN);
    NetworkTrainer<?> other = of.network.create(5);
    Dataset rows = Dataset.ofValues(features, targets);
    for (int row = 0; row < ROWS; row++) {
      Arrays.fill(features[row], 7);
      Arrays.fill(targets[row], 0.3f);
    }
    other.fit(rows, RUN);
    Arrays.fill(parameters(other), 3);
    Arrays.fill(other.parameter("hidden.weights"), 3);
    Arrays.fill(rows.row(0), 3);
    assertArrayEquals(parameters(expected), parameters(other));
    float[] given = new float[4];
    other.setParameter("hidden.bias", given);
    Arrays.fill(given, 5);
    assertArrayEquals(new float[4], other.parameter("hidden.bias"));
  }

  @ParameterizedTest
  @EnumSource
  void columns_that_never_change_and_huge_ones_are_scaled(Task of) {
    float[][] features = of.features();
    for (int row = 0; row < ROWS; row++) {
      features[row][0] = 4;
      features[row][1] *= 1e30f;
    }
    NetworkTrainer<?> learned = of.network.create(5);
    History history = learned.fit(Dataset.ofValues(features, of.targets()), RUN);
    assertTrue(Double.isFinite(history.last().dataLoss()));
    float[] outputs = new float[of.outputs];
    learned.model().predictor().predict(new float[] {4, 1e30f, 0}, outputs);
    for (float output : outputs) {
      assertTrue(Float.isFinite(output));
    }
  }

  @Test
  void inputs_that_were_not_measured_are_named() {
    NetworkTrainer<?> untrained = Task.CLASSES.network.create(1);
    untrained.prepare(Training.online().optimizer(Sgd.of(0.1)));
    IllegalStateException e =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalStateException.class, () -> untrained.step(Task.CLASSES.rows().toBatch()));
    assertTrue(e.getMessage().contains("has not measured its inputs yet"), e.getMessage());
  }

  private static float[] parameters(NetworkTrainer<?> of) {
    float[] values = new float[of.parameterCount()];
    of.getParameters(values);
    return values;
  }
}
