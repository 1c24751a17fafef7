package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.runtime.data.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A part of the rows in which every weight is 0 is refused before anything is learned. */
class WeightlessPartTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);
  private static final Training TRAINING = Training.epochs(3);

  private final LinearTrainer trainer = LinearTrainer.halfSquared(3);

  @Test
  void training_rows_must_count() {
    Dataset.Split split = weighted(30, 40).timeSplit(0.25);
    assertRefused(
        "the weights of these 30 rows are all 0; at least one row must count",
        split.train(),
        TRAINING);
  }

  @Test
  void validation_rows_must_count() {
    Dataset.Split split = weighted(0, 30).timeSplit(0.25);
    assertRefused(
        "the weights of the 10 validation rows are all 0; at least one must count",
        split.train(),
        TRAINING.validation(split.validation()));
  }

  /** Returns the rows of which only those of a range count. */
  private static Dataset weighted(int from, int to) {
    float[] weights = new float[40];
    Arrays.fill(weights, from, to, 1);
    return ROWS.withWeights(weights);
  }

  private void assertRefused(String message, Dataset rows, Training training) {
    float[] before = trainer.parameter("output.weights").clone();
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> trainer.fit(rows, training));
    assertEquals(message, refusal.getMessage());
    assertArrayEquals(before, trainer.parameter("output.weights"));
    assertEquals(0, trainer.state().steps());
  }
}
