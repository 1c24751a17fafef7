package dev.annette.runtime.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionThresholdTest {
  /** By falling logit: yes, no, yes, yes, no, no. */
  private static final float[] LOGITS = {4, 3, 2, 1, 0, -1};

  private static final float[] ACTUAL = {1, 0, 1, 1, 0, 0};

  private static ClassMeasures classes(float[] logits, float[] actual) {
    Dataset rows = Dataset.ofValues(logits, logits.length, actual);
    return FixedOutputs.evaluate(Loss.BINARY_CROSS_ENTROPY, rows).classes();
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  @Test
  void a_wanted_precision_has_the_highest_recall_there_is() {
    ClassMeasures found = classes(LOGITS, ACTUAL);
    DecisionThreshold three = found.thresholdForPrecision(0.75);
    assertEquals((sigmoid(1) + sigmoid(0)) / 2, three.threshold(), 1e-12);
    assertEquals(0.75, three.precision());
    assertEquals(1, three.recall());
    DecisionThreshold sure = found.thresholdForPrecision(1);
    assertEquals((sigmoid(4) + sigmoid(3)) / 2, sure.threshold(), 1e-12);
    assertEquals(1 / 3.0, sure.recall());
    assertEquals("yes from 0.9673 on: precision 1.000, recall 0.333", sure.toString());
    // half of the rows are yes, and more rows would not find more
    assertEquals(three, found.thresholdForPrecision(0.5));
  }

  @Test
  void a_wanted_recall_has_the_highest_precision_there_is() {
    ClassMeasures found = classes(LOGITS, ACTUAL);
    assertEquals(found.thresholdForPrecision(1), found.thresholdForRecall(0.3));
    // two of three rows would be found from logit 2 on, but all of them more precisely
    assertEquals(0.75, found.thresholdForRecall(0.5).precision());
    assertEquals(1, found.thresholdForRecall(0.5).recall());
  }

  @Test
  void a_precision_that_is_not_attained_is_refused_with_the_best() {
    ClassMeasures found = classes(LOGITS, new float[] {0, 1, 1, 0, 0, 0});
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> found.thresholdForPrecision(0.9));
    assertEquals(
        "No threshold has a precision of 0.9 on these rows. The best is yes from 0.8059 on:"
            + " precision 0.667, recall 1.000.",
        refused.getMessage());
  }

  @Test
  void every_recall_is_attained_at_last_by_answering_yes() {
    DecisionThreshold all = classes(LOGITS, new float[] {0, 0, 0, 0, 0, 1}).thresholdForRecall(1);
    assertEquals(new DecisionThreshold(0, 1 / 6.0, 1), all);
  }

  @Test
  void shares_out_of_range_are_refused_with_the_rule() {
    ClassMeasures found = classes(LOGITS, ACTUAL);
    assertEquals(
        "The wanted precision is 90: a precision is the share of the answers of yes that are right,"
            + " so it must be above 0 and at most 1. Did you mean 0.9?",
        assertThrows(IllegalArgumentException.class, () -> found.thresholdForPrecision(90))
            .getMessage());
    assertEquals(
        "The wanted recall is 0: a recall is the share of the rows to find that are found, so it"
            + " must be above 0 and at most 1.",
        assertThrows(IllegalArgumentException.class, () -> found.thresholdForRecall(0))
            .getMessage());
  }

  @Test
  void without_a_yes_there_is_nothing_to_choose_by() {
    ClassMeasures found = classes(LOGITS, new float[6]);
    assertEquals(
        "No row is yes, so there is neither precision nor recall to choose a threshold by.",
        assertThrows(IllegalStateException.class, () -> found.thresholdForPrecision(0.5))
            .getMessage());
  }

  @Test
  void more_than_two_classes_have_no_threshold() {
    Dataset rows = Dataset.ofClasses(new float[] {1, 2, 3}, 1, new int[] {2});
    ClassMeasures found = FixedOutputs.evaluate(Loss.CROSS_ENTROPY, rows).classes();
    assertEquals(
        "Curves and thresholds need the probabilities of two classes; here are 3, with"
            + " probabilities.",
        assertThrows(IllegalStateException.class, () -> found.thresholdForRecall(0.5))
            .getMessage());
  }

  @Test
  void two_classes_answer_yes_for_the_second() {
    float[] pairs = new float[12];
    int[] labels = new int[6];
    for (int row = 0; row < 6; row++) {
      pairs[2 * row + 1] = LOGITS[row];
      labels[row] = (int) ACTUAL[row];
    }
    ClassMeasures found =
        FixedOutputs.evaluate(Loss.CROSS_ENTROPY, Dataset.ofClasses(pairs, 6, labels)).classes();
    assertEquals(
        classes(LOGITS, ACTUAL).thresholdForPrecision(0.75), found.thresholdForPrecision(0.75));
  }

  /** Also for rows so sure that their probabilities are the same float. */
  @Test
  void answers_by_the_threshold_have_the_precision_and_recall_it_names() {
    Random random = new Random(3);
    for (int spread = 1; spread <= 32; spread *= 2) {
      float[] logits = new float[400];
      float[] actual = new float[400];
      for (int row = 0; row < 400; row++) {
        actual[row] = random.nextInt(2);
        logits[row] = (float) (spread * (random.nextGaussian() + actual[row]));
      }
      for (double wanted : new double[] {0.55, 0.6, 0.65}) {
        assertKept(classes(logits, actual).thresholdForPrecision(wanted), logits, actual);
        assertKept(classes(logits, actual).thresholdForRecall(wanted), logits, actual);
      }
    }
  }

  private static void assertKept(DecisionThreshold threshold, float[] logits, float[] actual) {
    double right = 0;
    double answered = 0;
    double all = 0;
    for (int row = 0; row < logits.length; row++) {
      boolean answersYes = (float) sigmoid(logits[row]) >= threshold.threshold();
      right += answersYes && actual[row] == 1 ? 1 : 0;
      answered += answersYes ? 1 : 0;
      all += actual[row];
    }
    assertEquals(right / answered, threshold.precision(), threshold::toString);
    assertEquals(right / all, threshold.recall(), threshold::toString);
    assertTrue(threshold.threshold() < 1);
  }
}
