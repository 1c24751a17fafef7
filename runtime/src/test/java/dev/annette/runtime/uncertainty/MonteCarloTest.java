package dev.annette.runtime.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which draws are made, by how many threads, and where they are put. */
class MonteCarloTest {
  private static final int ROWS = 150;
  private static final int SAMPLES = 7;

  /** Enough weights for the work to be shared among threads. */
  private static final NetworkDescription NETWORK = network();

  private static NetworkDescription network() {
    var network = NetworkDescription.network("example.Net", 2).loss(Loss.HUBER).outputs(2);
    network.layer("hidden", "dense").weight("hidden.weights", 100, 100);
    return network.build();
  }

  /** Answers with the features and the number of the draw, of which a float holds all digits. */
  private static final class Echo implements Sampler {
    private final Set<Long> numbers;
    private float[] features;
    private int rows;

    Echo(Set<Long> numbers) {
      this.numbers = numbers;
    }

    @Override
    public void take(float[] taken, int count) {
      features = taken;
      rows = count;
    }

    @Override
    public void draw(long number, float[] outputs) {
      assertEquals(true, numbers.add(number), "drawn twice");
      for (int i = 0; i < rows; i++) {
        outputs[2 * i] = 10 * features[2 * i] + features[2 * i + 1];
        outputs[2 * i + 1] = (number >>> 32) * SAMPLES + (int) number;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "5", "21", "64"})
  void every_row_has_every_sample_with_any_number_of_threads(int threads) {
    Set<Long> numbers = ConcurrentHashMap.newKeySet();
    MonteCarloPrediction prediction =
        new MonteCarlo(NETWORK, seed -> new Echo(numbers), threads).predict(rows(), SAMPLES, 1);
    assertEquals(3 * SAMPLES, numbers.size());
    for (int row = 0; row < ROWS; row++) {
      for (int sample = 0; sample < SAMPLES; sample++) {
        assertEquals(11 * row + 1, prediction.sample(row, sample, 0));
        assertEquals(row / 64 * SAMPLES + sample, prediction.sample(row, sample, 1));
      }
    }
  }

  @Test
  void rows_of_a_dataset_are_the_same_rows() {
    Dataset dataset = Dataset.ofClasses(rows(), new int[ROWS]).select(new int[] {9, 4});
    MonteCarloPrediction prediction =
        new MonteCarlo(NETWORK, seed -> new Echo(ConcurrentHashMap.newKeySet()), 2)
            .predict(dataset, SAMPLES, 1);
    assertEquals(2, prediction.rows());
    assertEquals(11 * 9 + 1, prediction.sample(0, 3, 0));
    assertEquals(11 * 4 + 1, prediction.sample(1, 3, 0));
  }

  @Test
  void what_cannot_be_predicted_is_refused_with_the_place() {
    refused(
        "samples is 1: the scatter of a row is measured between its samples, so it must be at least"
            + " 2.",
        rows(),
        1);
    refused("example.Net: there is no row to predict", new float[0][], 2);
    refused("example.Net takes 2 numbers a row, but row 1 has 1", new float[][] {{1, 2}, {3}}, 2);
    refused(
        "example.Net: row 1, column 0 is NaN; every input must be a finite number",
        new float[][] {{1, 2}, {Float.NaN, 3}},
        2);
    refused(
        "2000000000 samples of 150 rows of 2 outputs do not fit in one array of at most 2147483639"
            + " numbers; predict fewer rows at once",
        rows(),
        2_000_000_000);
  }

  private static void refused(String message, float[][] rows, int samples) {
    MonteCarlo monteCarlo =
        new MonteCarlo(NETWORK, seed -> new Echo(ConcurrentHashMap.newKeySet()), 2);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> monteCarlo.predict(rows, samples, 1));
    assertEquals(message, refusal.getMessage());
  }

  private static float[][] rows() {
    float[][] rows = new float[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      rows[row] = new float[] {row, row + 1};
    }
    return rows;
  }
}
