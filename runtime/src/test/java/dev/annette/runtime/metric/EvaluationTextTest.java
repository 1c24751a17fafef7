package dev.annette.runtime.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What an evaluation looks like, and what it is asked. */
class EvaluationTextTest {
  private static final Dataset FLOWERS =
      Dataset.ofClasses(
              new float[][] {
                {2, 1, -1}, {0, 0.5f, 3}, {1, 1.25f, 0}, {-2, 4, 0.5f}, {0.25f, 0, 0.125f}
              },
              new int[] {0, 2, 0, 1, 2})
          .withClassNames(List.of("setosa", "versicolor", "virginica"));

  private static final Dataset ANSWERS =
      Dataset.ofValues(new float[] {2, -1, 0.5f, -3, 0.25f}, 5, new float[] {1, 0, 0, 0, 1});

  @Test
  void classes_have_a_table_and_a_matrix() {
    assertEquals(
        """
        loss 0.5168  accuracy 0.6000

        class          precision  recall     f1  support  roc auc
        setosa             0.500   0.500  0.500        2    1.000
        versicolor         0.500   1.000  0.667        1    1.000
        virginica          1.000   0.500  0.667        2    1.000
        macro mean         0.667   0.667  0.611        5    1.000
        weighted mean      0.700   0.600  0.600        5

        actual \\ predicted  setosa  versicolor  virginica
        setosa                   1           1          0
        versicolor               0           1          0
        virginica                1           0          1

        log loss 0.5168  Brier score 0.2987  calibration error 0.2605
        """,
        FixedOutputs.evaluate(Loss.CROSS_ENTROPY, FLOWERS).toString());
  }

  @Test
  void the_page_shows_what_is_printed() throws IOException {
    String page = Files.readString(Path.of("docs", "evaluation.md"));
    String text = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, FLOWERS).toString();
    assertTrue(page.contains("```\n" + text + "```\n"), page);
  }

  @Test
  void yes_or_no_has_its_area_in_a_line() {
    assertEquals(
        """
        loss 0.4078  accuracy 0.8000

        class          precision  recall     f1  support
        no                 1.000   0.667  0.800        3
        yes                0.667   1.000  0.800        2
        macro mean         0.833   0.833  0.800        5
        weighted mean      0.867   0.800  0.800        5

        actual \\ predicted  no  yes
        no                   2    1
        yes                  0    2

        roc auc 0.8333  average precision 0.8333
        log loss 0.4078  Brier score 0.1336  calibration error 0.2992
        """,
        FixedOutputs.evaluate(Loss.BINARY_CROSS_ENTROPY, ANSWERS).toString());
  }

  @Test
  void labels_have_a_line_each() {
    assertEquals(
        """
        loss 0.5662  accuracy 0.7500

        yes to      precision  recall     f1  support  accuracy  roc auc  avg precision
        fever           0.667   1.000  0.800        2     0.750    1.000          1.000
        cough           1.000   0.667  0.800        3     0.750    0.667          0.917
        macro mean      0.833   0.833  0.800        5     0.750    0.833          0.958
        micro mean      0.800   0.800  0.800        5

        subset accuracy 0.5000  Hamming loss 0.2500
        """,
        measured(
                Loss.BINARY_CROSS_ENTROPY,
                new float[] {1, -1, 2, -2, -1, 1, 0.5f, 3},
                new float[] {1, 0, 1, 1, 0, 1, 0, 1},
                "fever",
                "cough")
            .toString());
  }

  @Test
  void numbers_have_a_line_each() {
    assertEquals(
        """
        loss 2812.8125  mae 31.6250  mse 2812.8125  r2 0.9177

        output      r2    rmse     mae     mse
        weight  0.9130  0.7906  0.7500  0.6250
        price   0.9224   75.00   62.50    5625
        mean    0.9177   37.90   31.63    2813
        """,
        measured(
                Loss.MEAN_SQUARED_ERROR,
                new float[] {1.5f, 900, 1.5f, 800, 5, 1000, 7, 250},
                new float[] {1, 1000, 2, 800, 4, 900, 8, 300},
                "weight",
                "price")
            .toString());
  }

  private static Evaluation measured(Loss loss, float[] logits, float[] targets, String... names) {
    var network = NetworkDescription.network("Typed", 2).loss(loss).outputs(2);
    network.column("age", "number", List.of());
    for (String name : names) {
      network.column(name, "label number", List.of());
    }
    return Evaluation.of(
        network.build(), FixedOutputs.of(2), Dataset.ofValues(logits, logits.length / 2, targets));
  }

  @Test
  void typed_classes_have_the_names_of_their_label() {
    var network = NetworkDescription.network("Typed", 2).loss(Loss.CROSS_ENTROPY).outputs(2);
    network.column("kind", "label category", List.of("HAM", "SPAM"));
    Dataset unnamed = Dataset.ofClasses(new float[] {1, 0, 0, 1}, 2, new int[] {0, 1});
    Evaluation found = Evaluation.of(network.build(), FixedOutputs.of(2), unnamed);
    assertEquals(List.of("HAM", "SPAM"), found.classes().names());
    Dataset named = unnamed.withClassNames(List.of("ham", "spam"));
    assertEquals(
        List.of("ham", "spam"),
        Evaluation.of(network.build(), FixedOutputs.of(2), named).classes().names());
    Dataset permuted = unnamed.withClassNames(List.of("spam", "ham"));
    assertEquals(
        "Typed: its classes are [HAM, SPAM], but those of the rows [spam, ham], so that the same"
            + " number means different classes; read the rows with the classes of the network",
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(network.build(), FixedOutputs.of(2), permuted))
            .getMessage());
    Evaluation plain = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, unnamed);
    assertEquals(List.of("0", "1"), plain.classes().names());
  }

  @Test
  void many_classes_have_a_top_accuracy_and_no_matrix() {
    float[] logits = new float[21 * 21];
    int[] labels = new int[21];
    for (int row = 0; row < 21; row++) {
      labels[row] = row;
      logits[21 * row + (row + 20) % 21] = 2;
      logits[21 * row + row] = 1;
    }
    Evaluation found =
        FixedOutputs.evaluate(Loss.CROSS_ENTROPY, Dataset.ofClasses(logits, 21, labels));
    assertEquals(0, found.classes().topAccuracy(1));
    assertEquals(1, found.classes().topAccuracy(2));
    assertTrue(found.toString().contains("\ntop-5 accuracy 1.0000\n"), found::toString);
    assertFalse(found.toString().contains("predicted"), found::toString);
    assertEquals(
        "k is 22: of 21 classes the best 1 to 21 can be looked at",
        assertThrows(IllegalArgumentException.class, () -> found.classes().topAccuracy(22))
            .getMessage());
  }

  @Test
  void rows_of_one_class_have_a_dash_where_nothing_is_defined() {
    Dataset only = Dataset.ofValues(new float[] {1, -2}, 2, new float[] {0, 0});
    Evaluation found = FixedOutputs.evaluate(Loss.BINARY_CROSS_ENTROPY, only);
    assertTrue(found.toString().contains("\nroc auc -  average precision -\n"), found::toString);
  }

  @Test
  void equal_scores_are_answered_as_the_model_answers() {
    Dataset tie = Dataset.ofValues(new float[] {0}, 1, new float[] {1});
    Evaluation yes = FixedOutputs.evaluate(Loss.BINARY_CROSS_ENTROPY, tie);
    assertEquals(1, yes.metrics().get("accuracy"));
    assertEquals(1, yes.classes().accuracy());
    assertEquals(1, yes.classes().topAccuracy(1));
    Dataset classes = Dataset.ofClasses(new float[] {2, 2, 2}, 1, new int[] {1});
    Evaluation first = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, classes);
    assertEquals(List.of(0.0, 1.0, 1.0), first.classes().topAccuracies());
  }

  @Test
  void what_is_asked_must_fit_the_outputs() {
    Evaluation classes = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, FLOWERS);
    Evaluation numbers = FixedOutputs.evaluate(Loss.HUBER, ANSWERS);
    assertRefused(
        "The outputs are classes, or one answer of yes or no: ask classes().", classes::numbers);
    assertRefused("The outputs are numbers: ask numbers().", numbers::classes);
    assertRefused("The outputs are numbers: ask numbers().", numbers::labels);
    assertTrue(numbers.confusion().isEmpty());
    float[] two = {1, 0, 1, 0};
    Evaluation labels =
        FixedOutputs.evaluate(Loss.BINARY_CROSS_ENTROPY, Dataset.ofValues(two, 2, two));
    assertRefused("The outputs are several answers of yes or no: ask labels().", labels::classes);
  }

  private static void assertRefused(String message, Executable question) {
    assertEquals(message, assertThrows(IllegalStateException.class, question).getMessage());
  }

  @Test
  void a_metric_must_fit_the_network() {
    NetworkDescription numbers = FixedOutputs.network(Loss.HUBER, 1);
    assertEquals(
        "Fixed has loss HUBER and 1 output; the area under the ROC curve needs probabilities, of a"
            + " cross-entropy",
        assertThrows(IllegalArgumentException.class, () -> new RocAuc(numbers)).getMessage());
    NetworkDescription three = FixedOutputs.network(Loss.CROSS_ENTROPY, 3);
    assertEquals(
        "Fixed has loss CROSS_ENTROPY and 3 outputs; average precision needs answers of yes or no:"
            + " a binary cross-entropy, or two classes",
        assertThrows(IllegalArgumentException.class, () -> new AveragePrecision(three))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new MacroF1(numbers));
    assertThrows(IllegalArgumentException.class, () -> new TopAccuracy(1, numbers));
    assertThrows(IllegalArgumentException.class, () -> new TopAccuracy(0, three));
    assertThrows(IllegalArgumentException.class, () -> new TopAccuracy(4, three));
  }

  @Test
  void the_metric_of_the_best_k_is_that_of_the_evaluation() {
    Evaluation found =
        FixedOutputs.evaluate(
            Loss.CROSS_ENTROPY,
            FLOWERS.withWeights(new float[] {1, 2, 0.5f, 4, 3}),
            network ->
                Map.of("top1", new TopAccuracy(1, network), "top2", new TopAccuracy(2, network)));
    assertEquals(found.classes().topAccuracy(1), found.metrics().get("top1"), 1e-12);
    assertEquals(found.classes().topAccuracy(2), found.metrics().get("top2"), 1e-12);
    assertTrue(found.metrics().get("top2") > found.metrics().get("top1"));
  }

  @Test
  void the_same_rows_have_the_same_evaluation() {
    Evaluation one = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, FLOWERS);
    assertEquals(one, FixedOutputs.evaluate(Loss.CROSS_ENTROPY, FLOWERS));
    assertEquals(one.hashCode(), FixedOutputs.evaluate(Loss.CROSS_ENTROPY, FLOWERS).hashCode());
    assertNotEquals(
        one, FixedOutputs.evaluate(Loss.CROSS_ENTROPY, FLOWERS.select(new int[] {0, 1, 2, 3})));
  }

  /** Where probabilities are 1 as floats, and even as doubles. */
  @Test
  void rows_that_are_sure_are_still_ranked() {
    float[] logits = {80, 0, 1, 60, 0, 1, 70, 0, 1, 50, 0, 1};
    Dataset rows = Dataset.ofClasses(logits, 4, new int[] {0, 1, 0, 2});
    ProbabilityMeasures found =
        FixedOutputs.evaluate(Loss.CROSS_ENTROPY, rows).classes().probabilities().orElseThrow();
    assertEquals(1, found.rocAucs().get(0));
    assertEquals(2 / 3.0, found.rocAucs().get(1), 1e-12);
    assertEquals(1, found.rocAucs().get(2));
  }
}
