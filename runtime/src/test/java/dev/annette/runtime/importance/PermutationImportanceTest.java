package dev.annette.runtime.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Accuracy;
import dev.annette.runtime.metric.MeanSquaredError;
import dev.annette.runtime.metric.Metric;
import dev.annette.runtime.metric.RSquared;
import dev.annette.runtime.metric.RocAuc;
import dev.annette.runtime.model.NetworkDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Importances against scikit-learn's of the same permutations, from permutation_importance.py. */
class PermutationImportanceTest {
  private static final float[] WEIGHTS = {2, -0.5f, 0, 0.25f};
  private static final JsonNode FIXTURE = read();

  private static JsonNode read() {
    try (InputStream in = PermutationImportanceTest.class.getResourceAsStream("importance.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<Named<JsonNode>> cases() {
    return StreamSupport.stream(FIXTURE.get("cases").spliterator(), false)
        .map(json -> Named.of(json.get("name").asText(), json));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_same_permutations_have_the_importances_of_scikit_learn(JsonNode json) {
    JsonNode permutations = FIXTURE.get("permutations");
    Dataset rows = rows(json);
    Importances found =
        PermutationImportance.repeats(permutations.size())
            .metric("score", metric(json.get("scoring").asText()))
            .measure(
                model(json),
                rows,
                FeatureGroup.ofFeatures(rows),
                (group, repeat, count) -> ints(permutations.get(repeat)));
    for (int feature = 0; feature < WEIGHTS.length; feature++) {
      Importance one = found.list().get(feature);
      for (int repeat = 0; repeat < permutations.size(); repeat++) {
        assertEquals(
            json.get("importances").get(feature).get(repeat).asDouble(),
            one.decreases().get(repeat),
            1e-9);
      }
      assertEquals(json.get("means").get(feature).asDouble(), one.mean(), 1e-9);
      assertEquals(json.get("deviations").get(feature).asDouble(), one.standardDeviation(), 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void own_permutations_come_to_about_the_same(JsonNode json) {
    Importances found =
        PermutationImportance.repeats(200)
            .seed(1)
            .metric("score", metric(json.get("scoring").asText()))
            .ofFeatures(model(json), rows(json));
    for (int feature = 0; feature < WEIGHTS.length; feature++) {
      double deviation = json.get("deviations").get(feature).asDouble();
      double standardErrors = 5 * deviation * Math.sqrt(1.0 / 5 + 1.0 / 200);
      assertEquals(
          json.get("means").get(feature).asDouble(),
          found.list().get(feature).mean(),
          standardErrors);
    }
    assertEquals(0, found.of("2").mean());
    assertEquals(0, found.of("2").standardDeviation());
  }

  @Test
  void it_depends_on_the_seed_and_the_name_alone() {
    JsonNode json = FIXTURE.get("cases").get(0);
    Dataset rows = rows(json).withColumnNames(List.of("a", "b", "c", "d"));
    PermutationImportance five = PermutationImportance.repeats(5);
    Importances all = five.ofFeatures(model(json), rows);
    assertEquals(all, five.seed(0).ofFeatures(model(json), rows));
    assertNotEquals(all, five.seed(1).ofFeatures(model(json), rows));
    assertEquals(
        all.of("b").decreases().subList(0, 2),
        PermutationImportance.repeats(2).ofFeatures(model(json), rows).of("b").decreases());
    assertEquals("r2", all.metric());
  }

  @Test
  void the_features_of_a_column_are_permuted_together() {
    NetworkDescription network =
        NetworkDescription.network("Typed", 4)
            .loss(Loss.MEAN_SQUARED_ERROR)
            .outputs(1)
            .column("sex", "category", List.of("F", "M"))
            .column("age", "number", List.of())
            .column("price", "label number", List.of())
            .build();
    float[] features = new float[200];
    float[] targets = new float[50];
    for (int row = 0; row < 50; row++) {
      features[4 * row + row % 2] = 1;
      features[4 * row + 2] = row;
      targets[row] = row % 2;
    }
    Dataset rows =
        Dataset.ofValues(features, 50, targets)
            .withColumnNames(List.of("sex=F", "sex=M", "age", "age missing"));
    PermutationImportance errors =
        PermutationImportance.repeats(20).metric("mse", any -> new MeanSquaredError());
    Importances columns = errors.ofColumns(new WeightedSum(network, 1, 2, 0, 0), rows);
    assertEquals(List.of("sex", "age"), columns.list().stream().map(Importance::name).toList());
    assertEquals(1, columns.baseline());
    assertEquals(0, columns.of("age").mean());
    // errors of 1 become 0, 1 or 2, whose squares have the mean 1.5
    assertEquals(0.5, columns.of("sex").mean(), 0.1);
    // one of both is 1, so that twice their sum says nothing, but each alone does
    WeightedSum sum = new WeightedSum(network, 2, 2, 0, 0);
    assertEquals(0, errors.ofColumns(sum, rows).of("sex").mean());
    assertEquals(0, errors.ofColumns(sum, rows).of("sex").standardDeviation());
    assertTrue(errors.ofFeatures(sum, rows).of("sex=F").standardDeviation() > 0);
  }

  @Test
  void the_table_begins_with_the_most_important() {
    Importances importances =
        new Importances(
            "accuracy",
            0.9,
            List.of(
                new Importance("age", List.of(0.0, 0.0)),
                new Importance("petalLength", List.of(0.25, 0.5)),
                new Importance("sex", List.of(-0.0625, 0.125))));
    assertEquals(
        """
        how much worse than 0.9000 the accuracy is with permuted values

                     importance  deviation
        petalLength      0.3750     0.1250
        sex              0.0313     0.0938
        age              0.0000     0.0000
        """,
        importances.toString());
  }

  @Test
  void what_cannot_be_measured_is_refused() {
    JsonNode json = FIXTURE.get("cases").get(0);
    WeightedSum model = model(json);
    assertRefused(
        "0 repeats: a feature is permuted at least once", () -> PermutationImportance.repeats(0));
    PermutationImportance one = PermutationImportance.repeats(1);
    assertRefused(
        "Sum has no typed rows, so there are no columns; ask ofFeatures",
        () -> one.ofColumns(model, rows(json)));
    Metric undirected =
        new Metric() {
          @Override
          public void add(Dataset rows, int row, float[] logits, int from) {}

          @Override
          public double value() {
            return 0;
          }
        };
    assertRefused(
        "The metric \"own\" does not say whether more of it is better; let it answer direction().",
        () -> one.metric("own", any -> undirected).ofFeatures(model, rows(json)));
    assertRefused(
        "there is no age; there are 0, 1, 2, 3", () -> one.ofFeatures(model, rows(json)).of("age"));
    NetworkDescription typed =
        NetworkDescription.network("Typed", 4)
            .loss(Loss.MEAN_SQUARED_ERROR)
            .outputs(1)
            .column("age", "number", List.of())
            .build();
    WeightedSum typedModel = new WeightedSum(typed, WEIGHTS);
    assertRefused(
        "The features have no names, so their columns are not known; a dataset of typed rows has"
            + " them",
        () -> one.ofColumns(typedModel, rows(json)));
    Dataset others = rows(json).withColumnNames(List.of("age", "age missing", "sex=F", "sex=M"));
    assertRefused(
        "feature 2, sex=F, is of none of the columns age of Typed",
        () -> one.ofColumns(typedModel, others));
  }

  private static void assertRefused(String message, Runnable call) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(refused.getMessage().equals(message), refused::getMessage);
  }

  private static Function<NetworkDescription, Metric> metric(String scoring) {
    return switch (scoring) {
      case "r2" -> network -> new RSquared(1);
      case "neg_mean_squared_error" -> network -> new MeanSquaredError();
      case "accuracy" -> Accuracy::new;
      case "roc_auc" -> RocAuc::new;
      default -> throw new IllegalArgumentException(scoring);
    };
  }

  private static WeightedSum model(JsonNode json) {
    String scoring = json.get("scoring").asText();
    boolean answers = scoring.equals("accuracy") || scoring.equals("roc_auc");
    return new WeightedSum(
        NetworkDescription.network("Sum", 4)
            .loss(answers ? Loss.BINARY_CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR)
            .outputs(1)
            .build(),
        WEIGHTS);
  }

  private static Dataset rows(JsonNode json) {
    float[] targets = floats(json.get("targets"));
    Dataset rows = Dataset.ofValues(floats(FIXTURE.get("features")), targets.length, targets);
    return json.get("weights").isNull() ? rows : rows.withWeights(floats(json.get("weights")));
  }

  private static float[] floats(JsonNode json) {
    float[] numbers = new float[json.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) json.get(i).asDouble();
    }
    return numbers;
  }

  private static int[] ints(JsonNode json) {
    return IntStream.range(0, json.size()).map(i -> json.get(i).asInt()).toArray();
  }
}
