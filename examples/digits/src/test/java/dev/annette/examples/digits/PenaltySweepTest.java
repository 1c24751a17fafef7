package dev.annette.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltySweepTest {
  /** The figures of scikit-learn's MLPClassifier, the mean of three seeds, on its own halves. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.9974, 0.9722, 17.25",
    "0.01, 0.9967, 0.9733, 14.07",
    "0.1, 0.9855, 0.9692, 9.83",
    "1, 0.9317, 0.9151, 5.65",
    "3, 0.742, 0.7182, 2.73"
  })
  void accuracies_and_norms_are_those_of_scikit_learn(
      double alpha, double train, double test, double norm) throws IOException {
    PenaltySweep.Outcome outcome = PenaltySweep.outcome(alpha, 0);
    assertEquals(train, outcome.train(), 0.015, outcome.toString());
    assertEquals(test, outcome.test(), 0.015, outcome.toString());
    assertEquals(norm, outcome.norm(), 0.15 * norm, outcome.toString());
  }

  @Test
  void a_weak_penalty_learns_by_heart_a_right_one_generalises_a_strong_one_learns_nothing()
      throws IOException {
    PenaltySweep.Outcome weak = PenaltySweep.outcome(0, 0);
    PenaltySweep.Outcome right = PenaltySweep.outcome(0.01, 0);
    PenaltySweep.Outcome strong = PenaltySweep.outcome(10, 0);
    assertTrue(weak.train() > right.train() && weak.test() < right.test(), weak + ", " + right);
    assertTrue(strong.train() < 0.25 && strong.test() < 0.25 && strong.norm() < 1, "" + strong);
  }
}
