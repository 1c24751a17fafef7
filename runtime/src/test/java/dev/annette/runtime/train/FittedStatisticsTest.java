package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.runtime.data.Dataset;
import org.junit.jupiter.api.Test;

class FittedStatisticsTest {
  private final float[] mean = new float[2];
  private final float[] scale = new float[2];
  private final FittedStatistics statistics = new FittedStatistics("pixels", mean, scale);

  @Test
  void the_deviation_is_that_of_the_population() {
    statistics.fit(rows(2, 10, 4, 10, 4, 10, 4, 10, 5, 10, 5, 10, 7, 10, 9, 10));
    assertArrayEquals(new float[] {5, 10}, mean);
    assertArrayEquals(new float[] {0.5f, 1}, scale);
  }

  @Test
  void a_constant_whose_mean_rounds_still_has_scale_one() {
    float[] values = new float[2 * 1000];
    java.util.Arrays.fill(values, 0.1f);
    statistics.fit(rows(values));
    assertArrayEquals(new float[] {1, 1}, scale);
  }

  @Test
  void a_small_deviation_about_a_large_mean_is_measured() {
    statistics.fit(rows(1e6f, 0, 1e6f + 0.5f, 2));
    assertEquals(1_000_000.25f, mean[0]);
    assertEquals(4, scale[0]);
    assertEquals(1, scale[1]);
  }

  @Test
  void a_column_beyond_the_floats_is_named() {
    statistics.fit(rows(1, 2, 3, 4));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> statistics.fit(rows(1, 1e-45f, 2, 3e-45f)));
    assertEquals(
        "@Standardize on pixels: column 1 has mean 2.1019476964872256E-45 and deviation"
            + " 7.006492321624085E-46, which floats cannot scale; give this column in a smaller or"
            + " larger unit.",
        refusal.getMessage());
    assertArrayEquals(new float[] {2, 3}, mean);
  }

  @Test
  void rows_of_another_width_are_refused() {
    assertFalse(statistics.fitted());
    assertEquals(
        "@Standardize on pixels measures at least 1 row of 2 numbers, not 1 rows of 3.",
        assertThrows(
                IllegalArgumentException.class,
                () -> statistics.fit(Dataset.ofValues(new float[3], 1, new float[1])))
            .getMessage());
  }

  private static Dataset rows(float... values) {
    return Dataset.ofValues(values, values.length / 2, new float[values.length / 2]);
  }
}
