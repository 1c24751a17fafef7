package dev.annette.runtime.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.Loss;
import dev.annette.runtime.model.NetworkDescription;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What samples say of a row, against NumPy. */
class MonteCarloPredictionTest {
  private static final double TOLERANCE = 1e-12;

  private static JsonNode numpy;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = MonteCarloPredictionTest.class.getResourceAsStream("samples.json")) {
      numpy = new ObjectMapper().readTree(in);
    }
  }

  @Test
  void mean_deviation_and_quantiles_are_those_of_numpy() {
    compareScatter("numbers", Loss.HUBER);
    compareScatter("probabilities", Loss.CROSS_ENTROPY);
  }

  private static void compareScatter(String samples, Loss loss) {
    JsonNode expected = numpy.get(samples);
    MonteCarloPrediction prediction = prediction(samples, loss);
    double[] shares = new double[numpy.get("shares").size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = numpy.get("shares").get(i).asDouble();
    }
    for (int row = 0; row < prediction.rows(); row++) {
      for (int output = 0; output < prediction.outputs(); output++) {
        assertEquals(at(expected, "mean", row, output), prediction.mean(row, output), TOLERANCE);
        assertEquals(
            at(expected, "deviation", row, output),
            prediction.standardDeviation(row, output),
            TOLERANCE);
        double[] quantiles = prediction.quantiles(row, output, shares);
        for (int i = 0; i < shares.length; i++) {
          double exact = expected.get("quantiles").get(i).get(row).get(output).asDouble();
          assertEquals(exact, quantiles[i], TOLERANCE);
          assertEquals(quantiles[i], prediction.quantile(row, output, shares[i]));
        }
      }
    }
  }

  @Test
  void entropies_of_classes_are_those_of_numpy() {
    JsonNode expected = numpy.get("probabilities").get("classes");
    MonteCarloPrediction prediction = prediction("probabilities", Loss.CROSS_ENTROPY);
    for (int row = 0; row < prediction.rows(); row++) {
      double predictive = expected.get("predictive").get(row).asDouble();
      double mean = expected.get("expected").get(row).asDouble();
      Entropy entropy = prediction.entropy(row);
      assertEquals(predictive, entropy.predictive(), TOLERANCE);
      assertEquals(mean, entropy.expected(), TOLERANCE);
      assertEquals(predictive - mean, entropy.mutualInformation(), TOLERANCE);
    }
  }

  /** One row is the same class in all samples; another is sure in each, but of two classes. */
  @Test
  void samples_that_contradict_each_other_have_all_their_entropy_in_common_with_the_noise() {
    MonteCarloPrediction prediction = prediction("probabilities", Loss.CROSS_ENTROPY);
    assertEquals(new Entropy(0, 0), prediction.entropy(0));
    assertEquals(Math.log(2), prediction.entropy(1).mutualInformation(), TOLERANCE);
    assertEquals(0, prediction.entropy(1).expected());
  }

  @Test
  void entropies_of_answers_are_those_of_numpy() {
    JsonNode expected = numpy.get("probabilities").get("answers");
    MonteCarloPrediction prediction = prediction("probabilities", Loss.BINARY_CROSS_ENTROPY);
    for (int row = 0; row < prediction.rows(); row++) {
      for (int output = 0; output < prediction.outputs(); output++) {
        Entropy entropy = prediction.entropy(row, output);
        assertEquals(at(expected, "predictive", row, output), entropy.predictive(), TOLERANCE);
        assertEquals(at(expected, "expected", row, output), entropy.expected(), TOLERANCE);
      }
    }
  }

  @Test
  void a_question_that_does_not_fit_the_outputs_says_which_does() {
    refused(
        "entropy belongs to classes, and these outputs are numbers; ask standardDeviation or"
            + " quantile",
        () -> prediction("numbers", Loss.HUBER).entropy(0));
    refused(
        "a row answers 3 questions; ask entropy(row, output) for one of them",
        () -> prediction("probabilities", Loss.BINARY_CROSS_ENTROPY).entropy(0));
    refused(
        "the outputs of a row are one choice among classes; ask entropy(row)",
        () -> prediction("probabilities", Loss.CROSS_ENTROPY).entropy(0, 1));
  }

  @Test
  void an_interval_lies_between_two_quantiles() {
    MonteCarloPrediction prediction = prediction("numbers", Loss.HUBER);
    Interval interval = prediction.interval(0, 0, 0.5);
    assertEquals(
        new Interval(prediction.quantile(0, 0, 0.25), prediction.quantile(0, 0, 0.75)), interval);
    assertEquals(interval.high() - interval.low(), interval.width());
    assertTrue(interval.contains(interval.low()) && interval.contains(interval.high()));
    assertFalse(interval.contains(Math.nextUp(interval.high())));
    assertFalse(interval.contains(Math.nextDown(interval.low())));
    double median = prediction.quantile(0, 0, 0.5);
    assertEquals(new Interval(median, median), prediction.interval(0, 0, 0));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> prediction.interval(0, 0, 95));
    assertEquals(
        "the interval holds 95: an interval is named by the share of the samples in it, so it must"
            + " be at least 0 and at most 1. Did you mean 0.95?",
        refusal.getMessage());
  }

  @Test
  void a_quantile_is_a_share() {
    MonteCarloPrediction prediction = prediction("numbers", Loss.HUBER);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> prediction.quantile(0, 0, 97.5));
    assertEquals(
        "the quantile is 97.5: a quantile is named by the share of the samples below it, so it must"
            + " be at least 0 and at most 1. Did you mean 0.975?",
        refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> prediction.quantile(0, 0, Double.NaN));
  }

  private static void refused(String message, Runnable question) {
    assertEquals(message, assertThrows(IllegalStateException.class, question::run).getMessage());
  }

  private static double at(JsonNode node, String name, int row, int output) {
    return node.get(name).get(row).get(output).asDouble();
  }

  private static MonteCarloPrediction prediction(String name, Loss loss) {
    JsonNode samples = numpy.get(name);
    int rows = samples.get("shape").get(0).asInt();
    int count = samples.get("shape").get(1).asInt();
    int outputs = samples.get("shape").get(2).asInt();
    NetworkDescription network =
        NetworkDescription.network("example.Net", 1).loss(loss).outputs(outputs).build();
    MonteCarloPrediction prediction = new MonteCarloPrediction(network, rows, count);
    for (int row = 0; row < rows; row++) {
      for (int sample = 0; sample < count; sample++) {
        float[] values = new float[outputs];
        for (int output = 0; output < outputs; output++) {
          int index = (row * count + sample) * outputs + output;
          values[output] = (float) samples.get("samples").get(index).asDouble();
        }
        prediction.put(row, 1, sample, values);
      }
    }
    return prediction;
  }
}
