package dev.annette.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The median by counts of bits is that by sorting. */
class MedianFillingTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 10, 99, 100, 1001, 65_537, 100_000})
  void it_is_the_middle_of_the_sorted_numbers(int count) {
    SplittableRandom random = new SplittableRandom(count);
    for (double scale : new double[] {1e-40, 1e-3, 1, 5, 1e30}) {
      float[] numbers = new float[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = (float) (scale * (random.nextDouble() - 0.4));
      }
      assertEquals(sorted(numbers), median(numbers), () -> scale + " times " + count);
    }
  }

  @Test
  void numbers_that_are_often_there_count_each_time() {
    assertEquals(2, median(2, 2, 2, 7, -1));
    assertEquals(0, median(-3, 3, 0, -0f));
    assertEquals(-0.5, median(-1, 0, -1, 4));
    assertEquals(Float.MAX_VALUE, median(Float.MAX_VALUE, Float.MAX_VALUE));
  }

  private static double median(float... numbers) {
    FeatureMeasure<Double> measure = new MedianFilling().measure();
    for (float number : numbers) {
      measure.add(number);
    }
    assertTrue(measure.endPass());
    for (float number : numbers) {
      measure.add(number);
    }
    assertFalse(measure.endPass());
    return measure.result();
  }

  private static double sorted(float[] numbers) {
    float[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double low = sorted[(sorted.length - 1) / 2];
    return low + (sorted[sorted.length / 2] - low) / 2;
  }
}
