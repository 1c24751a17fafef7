package dev.annette.runtime.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All measures against scikit-learn's, from evaluation.py. */
class EvaluationFixtureTest {
  private static final double CLOSE = 1e-6;
  private static final JsonNode CASES = read();

  private static JsonNode read() {
    try (InputStream in = EvaluationFixtureTest.class.getResourceAsStream("evaluation.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Named<JsonNode>> cases(String kind) {
    return StreamSupport.stream(CASES.get(kind).spliterator(), false)
        .map(json -> Named.of(json.get("name").asText(), json));
  }

  static Stream<Named<JsonNode>> classes() {
    return cases("classes");
  }

  static Stream<Named<JsonNode>> yesOrNo() {
    return cases("yes_no");
  }

  static Stream<Named<JsonNode>> labels() {
    return cases("labels");
  }

  static Stream<Named<JsonNode>> numbers() {
    return cases("numbers");
  }

  @ParameterizedTest
  @MethodSource("classes")
  void classes_are_measured_as_by_scikit_learn(JsonNode json) {
    Dataset rows = classRows(json);
    Evaluation evaluation =
        FixedOutputs.evaluate(
            Loss.CROSS_ENTROPY,
            rows,
            network -> Map.of("auc", new RocAuc(network), "f1", new MacroF1(network)));
    ClassMeasures found = evaluation.classes();
    assertClasses(json, found);
    double[] top = doubles(json.get("top"));
    for (int k = 1; k <= top.length; k++) {
      assertEquals(top[k - 1], found.topAccuracy(k), CLOSE, "top " + k);
    }
    assertEquals(1, found.topAccuracy(found.names().size()), CLOSE);
    double[] areas = doubles(json.get("roc_aucs"));
    for (int label = 0; label < areas.length; label++) {
      assertEquals(areas[label], found.probabilities().orElseThrow().rocAucs().get(label), CLOSE);
    }
    assertEquals(found.probabilities().orElseThrow().rocAuc(), evaluation.metrics().get("auc"));
    assertEquals(found.macro().f1(), evaluation.metrics().get("f1"));
  }

  @ParameterizedTest
  @MethodSource("yesOrNo")
  void yes_or_no_is_measured_as_by_scikit_learn(JsonNode json) {
    Evaluation evaluation =
        FixedOutputs.evaluate(
            Loss.BINARY_CROSS_ENTROPY, valueRows(json), EvaluationFixtureTest::ofAnswers);
    ClassMeasures found = evaluation.classes();
    assertEquals(List.of("no", "yes"), found.names());
    assertClasses(json, found);
    assertEquals(found.accuracy(), evaluation.metrics().get("accuracy"), CLOSE);
    assertEquals(found.ranking().roc().area(), evaluation.metrics().get("auc"));
    assertEquals(
        found.ranking().precisionRecall().averagePrecision(), evaluation.metrics().get("ap"));
    assertEquals(found.macro().f1(), evaluation.metrics().get("f1"));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void several_answers_are_measured_as_by_scikit_learn(JsonNode json) {
    Evaluation evaluation =
        FixedOutputs.evaluate(
            Loss.BINARY_CROSS_ENTROPY, valueRows(json), EvaluationFixtureTest::ofAnswers);
    LabelMeasures found = evaluation.labels();
    for (int label = 0; label < found.names().size(); label++) {
      assertScores(json.get("per_label").get(label), found.scores(label));
    }
    assertScores(json.get("macro"), found.macro());
    assertScores(json.get("micro"), found.micro());
    assertScores(json.get("weighted"), found.weighted());
    assertEquals(json.get("subset_accuracy").asDouble(), found.subsetAccuracy(), CLOSE);
    assertEquals(json.get("hamming_loss").asDouble(), found.hammingLoss(), CLOSE);
    assertEquals(json.get("roc_auc").asDouble(), found.rocAuc(), CLOSE);
    assertEquals(json.get("average_precision").asDouble(), found.averagePrecision(), CLOSE);
    assertEquals(found.rocAuc(), evaluation.metrics().get("auc"));
    assertEquals(found.averagePrecision(), evaluation.metrics().get("ap"));
    assertEquals(found.macro().f1(), evaluation.metrics().get("f1"), CLOSE);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numbers_are_measured_as_by_scikit_learn(JsonNode json) {
    Evaluation evaluation =
        FixedOutputs.evaluate(
            Loss.MEAN_SQUARED_ERROR,
            valueRows(json),
            network -> Map.of("rmse", new RootMeanSquaredError(network)));
    NumberMeasures found = evaluation.numbers();
    for (int i = 0; i < found.outputs().size(); i++) {
      NumberScores output = found.outputs().get(i);
      assertRelative(json.get("mse").get(i), output.mse());
      assertRelative(json.get("mae").get(i), output.mae());
      assertRelative(json.get("r2").get(i), output.r2());
      assertRelative(json.get("rmse").get(i), output.rmse());
    }
    JsonNode means = json.get("means");
    assertRelative(means.get(0), found.mse());
    assertRelative(means.get(1), found.mae());
    assertRelative(means.get(2), found.r2());
    assertRelative(means.get(3), found.rmse());
    assertEquals(found.r2(), evaluation.metrics().get("r2"), CLOSE);
    assertEquals(found.rmse(), evaluation.metrics().get("rmse"));
  }

  private static Map<String, Metric> ofAnswers(NetworkDescription network) {
    return Map.of(
        "auc", new RocAuc(network),
        "f1", new MacroF1(network),
        "ap", new AveragePrecision(network));
  }

  private static void assertClasses(JsonNode json, ClassMeasures found) {
    int classes = found.names().size();
    assertEquals(json.get("accuracy").asDouble(), found.accuracy(), CLOSE);
    assertEquals(found.accuracy(), found.topAccuracy(1), CLOSE);
    for (int label = 0; label < classes; label++) {
      JsonNode expected = json.get("per_class").get(label);
      assertScores(expected, found.scores(label));
      assertEquals(expected.get(3).asDouble(), found.scores(label).support(), CLOSE);
      for (int taken = 0; taken < classes; taken++) {
        assertEquals(
            json.get("confusion").get(label * classes + taken).asDouble(),
            found.confusion().count(label, taken),
            CLOSE);
      }
    }
    assertScores(json.get("macro"), found.macro());
    assertScores(json.get("weighted"), found.weighted());
    ProbabilityMeasures probabilities = found.probabilities().orElseThrow();
    assertEquals(json.get("log_loss").asDouble(), probabilities.logLoss(), CLOSE);
    assertEquals(json.get("brier").asDouble(), probabilities.brier(), CLOSE);
    assertCalibration(json.get("calibration"), probabilities.calibration());
    if (classes == 2) {
      assertRanking(json.get("ranking"), found.ranking());
    } else {
      assertTrue(probabilities.ranking().isEmpty());
    }
  }

  private static void assertCalibration(JsonNode json, Calibration found) {
    assertEquals(json.get("error").asDouble(), found.expectedError(), CLOSE);
    assertEquals(json.get("bins").size(), found.bins().size());
    for (int i = 0; i < found.bins().size(); i++) {
      Calibration.Bin bin = found.bins().get(i);
      JsonNode expected = json.get("bins").get(i);
      assertEquals(expected.get(0).asDouble(), bin.probability(), CLOSE);
      assertEquals(expected.get(1).asDouble(), bin.share(), CLOSE);
      assertEquals(expected.get(2).asDouble(), bin.weight(), CLOSE);
      assertTrue(bin.from() <= bin.probability() && bin.probability() <= bin.to());
    }
  }

  /** Rows of one kind alone have no curve of which both axes exist. */
  private static void assertRanking(JsonNode json, Ranking found) {
    if (json.isNull()) {
      assertEquals(Double.NaN, found.roc().area());
      assertEquals(List.of(), found.roc().points());
      return;
    }
    assertEquals(json.get("roc_auc").asDouble(), found.roc().area(), CLOSE);
    assertEquals(new RocCurve.Point(0, 0, Double.POSITIVE_INFINITY), found.roc().points().get(0));
    assertEquals(json.get("roc").size(), found.roc().points().size() - 1);
    for (int i = 0; i < json.get("roc").size(); i++) {
      RocCurve.Point point = found.roc().points().get(i + 1);
      JsonNode expected = json.get("roc").get(i);
      assertEquals(expected.get(0).asDouble(), point.falsePositiveRate(), CLOSE);
      assertEquals(expected.get(1).asDouble(), point.truePositiveRate(), CLOSE);
      assertEquals(expected.get(2).asDouble(), point.threshold(), CLOSE);
    }
    PrecisionRecallCurve curve = found.precisionRecall();
    assertEquals(json.get("average_precision").asDouble(), curve.averagePrecision(), CLOSE);
    assertEquals(
        new PrecisionRecallCurve.Point(0, 1, Double.POSITIVE_INFINITY), curve.points().get(0));
    assertEquals(json.get("precision_recall").size(), curve.points().size() - 1);
    for (int i = 0; i < json.get("precision_recall").size(); i++) {
      PrecisionRecallCurve.Point point = curve.points().get(i + 1);
      JsonNode expected = json.get("precision_recall").get(i);
      assertEquals(expected.get(0).asDouble(), point.recall(), CLOSE);
      assertEquals(expected.get(1).asDouble(), point.precision(), CLOSE);
      assertEquals(expected.get(2).asDouble(), point.threshold(), CLOSE);
    }
  }

  private static void assertScores(JsonNode json, ClassScores found) {
    assertEquals(json.get(0).asDouble(), found.precision(), CLOSE);
    assertEquals(json.get(1).asDouble(), found.recall(), CLOSE);
    assertEquals(json.get(2).asDouble(), found.f1(), CLOSE);
  }

  private static void assertRelative(JsonNode json, double found) {
    assertEquals(json.asDouble(), found, CLOSE * Math.max(1, Math.abs(json.asDouble())));
  }

  private static Dataset classRows(JsonNode json) {
    float[] logits = floats(json.get("logits"));
    int[] labels = new int[json.get("actual").size()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = json.get("actual").get(row).asInt();
    }
    return weighted(json, Dataset.ofClasses(logits, labels.length, labels));
  }

  private static Dataset valueRows(JsonNode json) {
    float[] logits = floats(json.get("logits"));
    int rows = logits.length / json.get("outputs").asInt();
    return weighted(json, Dataset.ofValues(logits, rows, floats(json.get("actual"))));
  }

  private static Dataset weighted(JsonNode json, Dataset rows) {
    return json.get("weights").isNull() ? rows : rows.withWeights(floats(json.get("weights")));
  }

  private static float[] floats(JsonNode json) {
    float[] numbers = new float[json.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) json.get(i).asDouble();
    }
    return numbers;
  }

  /** Returns numbers, NaN for null. */
  private static double[] doubles(JsonNode json) {
    double[] numbers = new double[json.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = json.get(i).isNull() ? Double.NaN : json.get(i).asDouble();
    }
    return numbers;
  }
}
