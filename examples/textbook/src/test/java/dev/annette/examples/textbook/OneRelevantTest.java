package dev.annette.examples.textbook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The experiment of Ng (2004). scikit-learn, over ten other draws: L1 0.063, L2 0.088 of 10
 * features; 0.066 and 0.425 of 1,000.
 */
class OneRelevantTest {
  @ParameterizedTest
  @CsvSource({"10, 0.063, 0.102", "100, 0.058, 0.263", "1000, 0.092, 0.476"})
  void the_error_under_l1_stays_flat_while_that_under_l2_rises(int features, double l1, double l2) {
    OneRelevant.Errors errors = OneRelevant.errors(features, 6);
    assertTrue(Math.abs(errors.l1() - l1) < 0.03 && errors.l1() < 0.12, errors.toString());
    assertTrue(Math.abs(errors.l2() - l2) < 0.04, errors.toString());
  }
}
