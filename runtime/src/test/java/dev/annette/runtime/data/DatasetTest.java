package dev.annette.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetTest {
  private static final float[][] FEATURES = {{1, 2}, {3, 4}, {5, 6}};

  private static NetworkDescription network(Loss loss, int outputs) {
    return NetworkDescription.network("Net", 2).loss(loss).outputs(outputs).build();
  }

  @Test
  void rows_are_what_was_given() {
    Dataset rows = Dataset.ofClasses(FEATURES, new int[] {0, 2, 1});
    assertEquals(3, rows.rows());
    assertEquals(2, rows.width());
    assertArrayEquals(new float[] {3, 4}, rows.row(1));
    assertEquals(6, rows.feature(2, 1));
    assertEquals(2, rows.label(1));
    assertEquals(1, rows.weight(0));
    assertTrue(rows.hasClasses());
    assertThrows(IllegalStateException.class, () -> rows.target(0, 0));
    Dataset values = Dataset.ofValues(FEATURES, new float[][] {{1, 2}, {3, 4}, {5, 6}});
    assertEquals(2, values.targetWidth());
    assertEquals(4, values.target(1, 1));
    assertThrows(IllegalStateException.class, () -> values.label(0));
  }

  @Test
  void a_dataset_does_not_change_with_the_arrays_it_was_made_from() {
    float[] features = {1, 2};
    int[] labels = {1};
    Dataset rows = Dataset.ofClasses(features, 1, labels);
    features[0] = 9;
    labels[0] = 9;
    rows.row(0)[1] = 9;
    assertArrayEquals(new float[] {1, 2}, rows.row(0));
    assertEquals(1, rows.label(0));
  }

  @Test
  void chosen_rows_keep_their_targets_weights_and_names() {
    Dataset rows =
        Dataset.ofClasses(FEATURES, new int[] {0, 1, 1})
            .withWeights(new float[] {1, 2, 3})
            .withColumnNames(List.of("a", "b"))
            .withClassNames(List.of("x", "y"));
    Dataset chosen = rows.select(new int[] {2, 0}).select(new int[] {1, 0, 0});
    assertEquals(3, chosen.rows());
    assertArrayEquals(new float[] {1, 2}, chosen.row(0));
    assertArrayEquals(new float[] {5, 6}, chosen.row(2));
    assertEquals(1, chosen.label(1));
    assertEquals(3, chosen.weight(1));
    assertEquals(List.of("x", "y"), chosen.classNames());
    assertEquals(List.of("a", "b"), chosen.columnNames());
  }

  @Test
  void weights_are_scaled_to_a_mean_of_one() {
    Dataset rows =
        Dataset.ofClasses(FEATURES, new int[3])
            .withWeights(new float[] {0, 2, 4})
            .withMeanWeightOne();
    assertEquals(0, rows.weight(0));
    assertEquals(1, rows.weight(1));
    assertEquals(2, rows.weight(2));
  }

  @Test
  void all_rows_make_a_batch() {
    Batch batch = Dataset.ofValues(FEATURES, new float[] {7, 8, 9}).toBatch();
    assertEquals(3, batch.rows());
    assertEquals(2, batch.width());
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, batch.features());
    assertArrayEquals(new float[] {7, 8, 9}, ((Targets.Values) batch.targets()).values());
  }

  @Test
  void bad_rows_are_named() {
    float nan = Float.NaN;
    int[] labels = {0, 1, 2};
    assertRefused(
        "features: row 1 has 1 columns, but row 0 has 2; all rows must have the same",
        () -> Dataset.ofClasses(new float[][] {{1, 2}, {3}}, new int[2]));
    assertRefused(
        "features: row 1 is null",
        () -> Dataset.ofClasses(new float[][] {{1, 2}, null}, new int[2]));
    assertRefused(
        "features: 0 numbers for 0 rows; a dataset needs at least 1 row and 1 column",
        () -> Dataset.ofClasses(new float[0][], new int[0]));
    assertRefused(
        "features: row 1, column 0 is NaN; every number must be finite",
        () -> Dataset.ofClasses(new float[] {1, 2, nan, 4}, 2, new int[2]));
    assertRefused(
        "features: 5 numbers do not divide into 3 rows",
        () -> Dataset.ofClasses(new float[5], 3, labels));
    assertRefused(
        "2 labels were given, but there must be 3", () -> Dataset.ofClasses(FEATURES, new int[2]));
    assertRefused(
        "labels: row 2 is -1; classes are numbered from 0",
        () -> Dataset.ofClasses(FEATURES, new int[] {0, 1, -1}));
    assertRefused(
        "targets: row 1, column 0 is Infinity; every number must be finite",
        () -> Dataset.ofValues(FEATURES, new float[] {0, 1f / 0, 2}));
    assertRefused(
        "1 targets were given, but there must be 3",
        () -> Dataset.ofValues(FEATURES, new float[1]));
    assertRefused(
        "labels: row 2 is class 2, but there are names for 2 classes",
        () -> Dataset.ofClasses(FEATURES, labels).withClassNames(List.of("x", "y")));
  }

  @Test
  void bad_weights_are_named() {
    Dataset rows = Dataset.ofClasses(FEATURES, new int[3]);
    assertRefused(
        "weights: row 1 is -1.0; a weight must be at least 0 and finite",
        () -> rows.withWeights(new float[] {1, -1, 1}));
    assertRefused(
        "weights: row 0 is NaN; a weight must be at least 0 and finite",
        () -> rows.withWeights(new float[] {Float.NaN, 1, 1}));
    assertRefused(
        "weights: all are 0; at least one row must count", () -> rows.withWeights(new float[3]));
    assertRefused(
        "2 weights were given, but there must be 3", () -> rows.withWeights(new float[2]));
  }

  @Test
  void rows_that_fit_a_network_pass() {
    Dataset.ofClasses(FEATURES, new int[] {0, 1, 2}).check(network(Loss.CROSS_ENTROPY, 3));
    Dataset.ofValues(FEATURES, new float[][] {{0, 1}, {0.5f, 0.5f}, {0.3f, 0.7f}})
        .check(network(Loss.CROSS_ENTROPY, 2));
    Dataset.ofValues(FEATURES, new float[] {0, 1, 0.5f})
        .check(network(Loss.BINARY_CROSS_ENTROPY, 1));
    Dataset.ofValues(FEATURES, new float[] {-5, 7, 100}).check(network(Loss.HUBER, 1));
  }

  @Test
  void rows_that_do_not_fit_a_network_are_named() {
    assertUnfit(
        "Net: the label of row 1 is 3; with 3 classes labels are 0 to 2",
        Dataset.ofClasses(FEATURES, new int[] {0, 3, 1}),
        network(Loss.CROSS_ENTROPY, 3));
    assertUnfit(
        "Net: rows belong to classes, but the loss is MEAN_SQUARED_ERROR;"
            + " give each row 3 target numbers",
        Dataset.ofClasses(FEATURES, new int[3]),
        network(Loss.MEAN_SQUARED_ERROR, 3));
    assertUnfit(
        "Net: rows have 1 features, but the network takes 2",
        Dataset.ofClasses(new float[][] {{1}}, new int[1]),
        network(Loss.CROSS_ENTROPY, 3));
    assertUnfit(
        "Net: rows have 1 target number each, but the network has 3 outputs",
        Dataset.ofValues(FEATURES, new float[3]),
        network(Loss.HUBER, 3));
    assertUnfit(
        "Net: every row has one number as its target, but the loss CROSS_ENTROPY tells 3 classes"
            + " apart; give the number of its class, ofClasses(features, labels), or a probability"
            + " for each class",
        Dataset.ofValues(FEATURES, new float[3]),
        network(Loss.CROSS_ENTROPY, 3));
    assertUnfit(
        "Net: the target of row 2, column 0 is 1.5;"
            + " a BINARY_CROSS_ENTROPY target is a probability, from 0 to 1",
        Dataset.ofValues(FEATURES, new float[] {0, 1, 1.5f}),
        network(Loss.BINARY_CROSS_ENTROPY, 1));
    assertUnfit(
        "Net: the targets of row 1 sum to 1.25;"
            + " a CROSS_ENTROPY row is a distribution, so it sums to 1",
        Dataset.ofValues(FEATURES, new float[][] {{0, 1}, {0.5f, 0.75f}, {1, 0}}),
        network(Loss.CROSS_ENTROPY, 2));
    assertUnfit(
        "Net: the target of row 0, column 1 is -0.5; a CROSS_ENTROPY target is a probability,"
            + " from 0 to 1",
        Dataset.ofValues(FEATURES, new float[][] {{1, -0.5f}, {0, 1}, {1, 0}}),
        network(Loss.CROSS_ENTROPY, 2));
  }

  @Test
  void batches_of_arrays_have_fitting_lengths() {
    Targets classes = new Targets.Classes(new int[2]);
    assertEquals(3, Batch.of(new float[6], 2, classes).width());
    assertFalse(Batch.of(new float[6], 2, classes).weights() != null);
    assertRefused(
        "a batch of 2 rows needs a multiple of 2 features, not 5",
        () -> Batch.of(new float[5], 2, classes));
    assertRefused(
        "a batch of 3 rows needs 3 class indices, not 2", () -> Batch.of(new float[6], 3, classes));
    assertRefused(
        "a batch of 2 rows needs 2 weights, not 1",
        () -> Batch.of(new float[6], 2, classes, new float[1]));
    assertRefused("a batch needs at least 1 row, not 0", () -> Batch.of(new float[0], 0, classes));
  }

  private static void assertUnfit(String message, Dataset rows, NetworkDescription network) {
    assertRefused(message, () -> rows.check(network));
  }

  private static void assertRefused(String message, Executable broken) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, broken).getMessage());
  }
}
