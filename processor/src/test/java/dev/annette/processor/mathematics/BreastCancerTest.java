package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.CosineDecay;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logistic regressions of the breast cancer data, weak to strong, against scikit-learn's. */
class BreastCancerTest {
  /** Relative to the largest coefficient; found: 1e-4 for L1 with C = 10, below 3e-6 else. */
  private static final double TOLERANCE = 1e-3;

  private static final int ROWS = 569;
  private static final int COLUMNS = 30;
  private static final Compilation NETWORKS =
      SourceCompiler.javac().compileCleanly(source("L1"), source("L2"));
  private static final List<JsonNode> CASES =
      StreamSupport.stream(Fixture.read("breast-cancer.json").get("cases").spliterator(), false)
          .toList();
  private static final Dataset.Split SPLIT = read();

  private static String source(String penalty) {
    return Declarations.source(
        "cancer.Under" + penalty,
        "input = 30, loss = Loss.BINARY_CROSS_ENTROPY, scaling = PenaltyScaling.SKLEARN_LOGISTIC",
        "@Standardize Layer cells;",
        "@Dense(units = 1) @Init(ZEROS) @" + penalty + "(1) Layer output;");
  }

  static Stream<JsonNode> models() {
    return CASES.stream().filter(json -> json.has("coefficients"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void coefficients_zeros_and_accuracy_are_those_of_scikit_learn(JsonNode json) {
    boolean isL1 = json.get("l1").asBoolean();
    double c = json.get("c").asDouble();
    NetworkTrainer<?> trainer = NETWORKS.network("cancer.Under" + (isL1 ? "L1" : "L2")).create(0);
    Training training =
        Training.steps(8000)
            .fullBatch()
            .threads(1)
            .metrics(false)
            .optimizer(Adam.of(0.1))
            .learningRate(CosineDecay.overRun());
    trainer.fit(SPLIT.train(), isL1 ? training.l1("output", c) : training.l2("output", c));
    float[] weights = trainer.parameter("output.weights");
    double[] expected = Fixture.doubles(json.get("coefficients"));
    assertClose(expected, weights, TOLERANCE, json.get("name").asText());
    assertEquals(
        json.get("nonzeros").asInt(),
        IntStream.range(0, COLUMNS).filter(i -> weights[i] != 0).count());
    assertEquals(
        json.get("accuracy").asDouble(),
        Evaluation.of(trainer.model(), SPLIT.validation()).metrics().get("accuracy"),
        1e-12);
  }

  private static Dataset.Split read() {
    List<String[]> cells = DataFile.rows("breast_cancer.csv");
    float[][] features = new float[ROWS][COLUMNS];
    float[] benign = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        features[row][column] = Float.parseFloat(cells.get(row)[column]);
      }
      benign[row] = cells.get(row)[COLUMNS].equals("benign") ? 1 : 0;
    }
    Dataset all = Dataset.ofValues(features, benign);
    int[] unseen =
        StreamSupport.stream(CASES.get(0).get("testRows").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    List<Integer> kept = IntStream.of(unseen).boxed().toList();
    int[] seen = IntStream.range(0, ROWS).filter(row -> !kept.contains(row)).toArray();
    return new Dataset.Split(all.select(seen), all.select(unseen));
  }
}
