package dev.annette.runtime.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.Predictor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers are from scikit-learn 1.9.1 (log_loss, accuracy_score, confusion_matrix,
 * precision_recall_fscore_support, mean_squared_error, mean_absolute_error, r2_score, with and
 * without sample_weight) unless a formula stands beside them.
 */
class EvaluationTest {
  private static final double EXACT = 1e-14;
  private static final float[][] LOGITS = {
    {2, 1, -1}, {0, 0.5f, 3}, {1, 1.25f, 0}, {-2, 4, 0.5f}, {0.25f, 0, 0.125f}
  };
  private static final Dataset CLASSES = Dataset.ofClasses(LOGITS, new int[] {0, 2, 0, 1, 2});
  private static final float[] CLASS_WEIGHTS = {1, 2, 0.5f, 4, 3};
  private static final Dataset VALUES =
      Dataset.ofValues(
          new float[][] {{1.5f, 9}, {1.5f, 8}, {5, 10}, {7, 2.5f}, {17, 0}},
          new float[][] {{1, 10}, {2, 8}, {4, 9}, {8, 3}, {16, -1}});
  private static final Dataset BINARY =
      Dataset.ofValues(
          new float[][] {{2}, {-1}, {0.5f}, {-3}, {0.25f}}, new float[] {1, 0, 0, 0, 1});

  @Test
  void classes_are_measured_as_by_scikit_learn() {
    Evaluation e = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, CLASSES);
    assertEquals(0.5168261698930162, e.dataLoss(), EXACT);
    assertEquals(Set.of("accuracy"), e.metrics().keySet());
    assertEquals(0.6, e.metrics().get("accuracy"), EXACT);
    ConfusionMatrix confusion = e.confusion().orElseThrow();
    assertCounts(confusion, new double[][] {{1, 1, 0}, {0, 1, 0}, {1, 0, 1}});
    assertEquals(0.6, confusion.value(), EXACT);
    assertEquals(0.5, confusion.precision(0), EXACT);
    assertEquals(1, confusion.precision(2), EXACT);
    assertEquals(1, confusion.recall(1), EXACT);
    assertEquals(2 / 3.0, confusion.f1(1), EXACT);
  }

  @Test
  void weighted_classes_are_measured_as_by_scikit_learn() {
    Dataset weighted = CLASSES.withWeights(CLASS_WEIGHTS);
    Evaluation e = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, weighted);
    assertEquals(0.4309003132399292, e.dataLoss(), EXACT);
    assertEquals(0.6666666666666666, e.metrics().get("accuracy"), EXACT);
    ConfusionMatrix confusion = e.confusion().orElseThrow();
    assertCounts(confusion, new double[][] {{1, 0.5, 0}, {0, 4, 0}, {3, 0, 2}});
    assertEquals(0.25, confusion.precision(0), EXACT);
    assertEquals(0.8888888888888888, confusion.precision(1), EXACT);
    assertEquals(0.4, confusion.recall(2), EXACT);
    assertEquals(0.36363636363636365, confusion.f1(0), EXACT);
    assertEquals(0.5714285714285714, confusion.f1(2), EXACT);
  }

  @Test
  void outputs_that_are_not_finite_and_rows_that_all_count_nothing_are_refused() {
    float[][] finite = {{1, 0, 0}, {0, 0, 1}};
    Dataset rows = Dataset.ofClasses(finite, new int[] {0, 2});
    Predictor overflowing = FixedOutputs.of(3, Float.POSITIVE_INFINITY);
    assertEquals(
        "row 0: output 0 of Fixed is Infinity; its features are too large for these weights",
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(FixedOutputs.network(Loss.CROSS_ENTROPY, 3), overflowing, rows))
            .getMessage());
    Dataset part = rows.withWeights(new float[] {1, 0}).select(new int[] {1});
    assertEquals(
        "the weights of all rows are 0, so there is nothing to measure; give at least one row a"
            + " weight",
        assertThrows(
                IllegalArgumentException.class,
                () -> FixedOutputs.evaluate(Loss.CROSS_ENTROPY, part))
            .getMessage());
  }

  @Test
  void soft_labels_are_measured_like_the_classes_they_stand_for() {
    float[][] targets = {{1, 0, 0}, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    Evaluation e = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, Dataset.ofValues(LOGITS, targets));
    Evaluation expected = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, CLASSES);
    assertEquals(expected.dataLoss(), e.dataLoss());
    assertEquals(expected.metrics(), e.metrics());
  }

  @Test
  void yes_or_no_is_measured_as_by_scikit_learn() {
    Evaluation e = FixedOutputs.evaluate(Loss.BINARY_CROSS_ENTROPY, BINARY);
    assertEquals(0.4077586908387776, e.dataLoss(), EXACT);
    assertEquals(0.8, e.metrics().get("accuracy"), EXACT);
    assertCounts(e.confusion().orElseThrow(), new double[][] {{2, 1}, {0, 2}});
    Dataset weighted = BINARY.withWeights(CLASS_WEIGHTS);
    Evaluation w = FixedOutputs.evaluate(Loss.BINARY_CROSS_ENTROPY, weighted);
    assertEquals(0.30120548039056866, w.dataLoss(), EXACT);
    assertEquals(0.9523809523809523, w.metrics().get("accuracy"), EXACT);
  }

  @Test
  void values_are_measured_as_by_scikit_learn() {
    Evaluation e = FixedOutputs.evaluate(Loss.MEAN_SQUARED_ERROR, VALUES);
    assertEquals(0.675, e.dataLoss(), EXACT);
    assertEquals(0.675, e.metrics().get("mse"), EXACT);
    assertEquals(0.75, e.metrics().get("mae"), EXACT);
    assertEquals(0.9695180491551458, e.metrics().get("r2"), EXACT);
    Dataset weighted = VALUES.withWeights(new float[] {1, 2, 0.5f, 0, 3});
    Evaluation w = FixedOutputs.evaluate(Loss.MEAN_SQUARED_ERROR, weighted);
    assertEquals(0.6730769230769231, w.dataLoss(), EXACT);
    assertEquals(0.7307692307692308, w.metrics().get("mae"), EXACT);
    assertEquals(0.9788496486244778, w.metrics().get("r2"), EXACT);
  }

  @Test
  void every_loss_sums_or_averages_outputs_as_it_says() {
    assertEquals(0.675, loss(Loss.HALF_SQUARED_ERROR), EXACT); // ½ · 2 outputs · mse
    assertEquals(0.75, loss(Loss.MEAN_ABSOLUTE_ERROR), EXACT);
    assertEquals(0.675 / 2, loss(Loss.HUBER), EXACT); // no error is above δ = 1
    Dataset far = Dataset.ofValues(new float[] {4, 0.5f}, 1, new float[] {1, 0});
    double huber = (1 * (3 - 0.5) + 0.5 * 0.25) / 2;
    assertEquals(huber, FixedOutputs.evaluate(Loss.HUBER, far).dataLoss(), EXACT);
  }

  private static double loss(Loss loss) {
    return FixedOutputs.evaluate(loss, VALUES).dataLoss();
  }

  @Test
  void large_logits_do_not_overflow() {
    Dataset sure = Dataset.ofClasses(new float[][] {{1e38f, -1e38f}}, new int[] {0});
    assertEquals(0, FixedOutputs.evaluate(Loss.CROSS_ENTROPY, sure).dataLoss());
    Dataset wrong = Dataset.ofClasses(new float[][] {{800, -800}}, new int[] {1});
    assertEquals(1600, FixedOutputs.evaluate(Loss.CROSS_ENTROPY, wrong).dataLoss());
  }

  @Test
  void rows_beyond_one_block_are_all_measured() {
    int rows = 2 * RowBlock.ROWS + 3;
    float[] outputs = new float[rows];
    outputs[rows - 1] = 1;
    outputs[RowBlock.ROWS] = 1;
    Dataset values = Dataset.ofValues(outputs, rows, new float[rows]);
    assertEquals(2.0 / rows, FixedOutputs.evaluate(Loss.MEAN_SQUARED_ERROR, values).dataLoss());
  }

  @Test
  void targets_that_never_vary_explain_all_or_nothing() {
    float[] constant = {3, 3, 3};
    assertEquals(1, rSquared(Dataset.ofValues(constant, 3, constant)));
    assertEquals(0, rSquared(Dataset.ofValues(new float[] {3, 3, 4}, 3, constant)));
  }

  private static double rSquared(Dataset rows) {
    return FixedOutputs.evaluate(Loss.MEAN_SQUARED_ERROR, rows).metrics().get("r2");
  }

  @Test
  void a_confusion_matrix_is_a_table() {
    ConfusionMatrix matrix =
        FixedOutputs.evaluate(
                Loss.CROSS_ENTROPY,
                CLASSES
                    .withWeights(CLASS_WEIGHTS)
                    .withClassNames(List.of("setosa", "versicolor", "virginica")))
            .confusion()
            .orElseThrow();
    assertEquals(
        """
        actual \\ predicted  setosa  versicolor  virginica  precision  recall     f1
        setosa                   1        0.50          0      0.250   0.667  0.364
        versicolor               0           4          0      0.889   1.000  0.941
        virginica                3           0          2      1.000   0.400  0.571
        """,
        matrix.toString());
  }

  @Test
  void accuracy_needs_answers() {
    assertThrows(
        IllegalArgumentException.class, () -> new Accuracy(FixedOutputs.network(Loss.HUBER, 1)));
  }

  @Test
  void rows_that_do_not_fit_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> FixedOutputs.evaluate(Loss.HUBER, CLASSES));
  }

  private static void assertCounts(ConfusionMatrix confusion, double[][] counts) {
    for (int actual = 0; actual < counts.length; actual++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        assertEquals(counts[actual][predicted], confusion.count(actual, predicted));
      }
    }
  }
}
