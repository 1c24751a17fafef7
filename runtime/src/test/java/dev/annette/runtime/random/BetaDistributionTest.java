package dev.annette.runtime.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BetaDistributionTest {
  private static final int COUNT = 100_000;

  /** The critical value of the Kolmogorov-Smirnov statistic at a level of 0.001, times √n. */
  private static final double CRITICAL = 1.95;

  /**
   * Distributions whose distribution function is known.
   *
   * @param cumulative from [0, 1] to [0, 1]
   */
  record Known(double a, double b, DoubleUnaryOperator cumulative) {}

  static Stream<Known> known() {
    return Stream.of(
        new Known(1, 1, x -> x),
        new Known(0.5, 0.5, x -> 2 / Math.PI * Math.asin(Math.sqrt(x))),
        new Known(2, 1, x -> x * x),
        new Known(1, 3, x -> 1 - Math.pow(1 - x, 3)),
        new Known(0.2, 1, x -> Math.pow(x, 0.2)),
        new Known(2, 2, x -> x * x * (3 - 2 * x)),
        new Known(0.2, 0.2, x -> symmetric(0.2, x)));
  }

  @ParameterizedTest
  @MethodSource("known")
  void numbers_are_distributed_as_the_function_says(Known known) {
    double[] numbers = draw(known.a(), known.b());
    Arrays.sort(numbers);
    double largest = 0;
    for (int i = 0; i < COUNT; i++) {
      double expected = known.cumulative().applyAsDouble(numbers[i]);
      largest = Math.max(largest, Math.abs(expected - (double) i / COUNT));
      largest = Math.max(largest, Math.abs(expected - (i + 1.0) / COUNT));
    }
    assertTrue(largest * Math.sqrt(COUNT) < CRITICAL, known + ": " + largest);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.2", "0.4, 0.4", "1, 1", "8, 8", "0.1, 3", "50, 2", "0.01, 0.01"})
  void mean_and_variance_are_those_of_the_formulas(double a, double b) {
    double[] numbers = draw(a, b);
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double variance = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / COUNT;
    double expected = a * b / ((a + b) * (a + b) * (a + b + 1));
    assertEquals(a / (a + b), mean, 4 * Math.sqrt(expected / COUNT));
    assertEquals(expected, variance, 0.02 * expected);
    assertTrue(Arrays.stream(numbers).allMatch(x -> x >= 0 && x <= 1));
  }

  @Test
  void the_smallest_shapes_give_either_end() {
    double[] numbers = draw(1e-300, 1e-300);
    assertTrue(Arrays.stream(numbers).allMatch(x -> x == 0 || x == 1));
    assertEquals(0.5, Arrays.stream(numbers).average().orElseThrow(), 0.01);
  }

  @Test
  void the_same_key_gives_the_same_numbers() {
    RandomSequence sequence = new RandomSequence(7);
    double first = new BetaDistribution(0.2, 0.2).next(sequence);
    sequence.restart(7);
    assertEquals(first, new BetaDistribution(0.2, 0.2).next(sequence));
  }

  @Test
  void shapes_are_above_0() {
    assertEquals(
        "The shapes of a beta distribution are 0.0 and 1.0; they must be above 0 and finite.",
        assertThrows(IllegalArgumentException.class, () -> new BetaDistribution(0, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new BetaDistribution(1, Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> new BetaDistribution(1, Double.POSITIVE_INFINITY));
  }

  private static double[] draw(double a, double b) {
    RandomSequence sequence =
        new RandomSequence(CounterRandom.key(1, Purpose.AUGMENTATION, a + " " + b));
    BetaDistribution distribution = new BetaDistribution(a, b);
    double[] numbers = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      numbers[i] = distribution.next(sequence);
    }
    return numbers;
  }

  /** The distribution function of two equal shapes, its density integrated over {@code u = t^a}. */
  private static double symmetric(double a, double x) {
    return x <= 0.5 ? below(a, x) / (2 * below(a, 0.5)) : 1 - symmetric(a, 1 - x);
  }

  private static double below(double a, double x) {
    int steps = 200;
    double width = Math.pow(x, a) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4; // Simpson's rule
      sum += weight * Math.pow(1 - Math.pow(i * width, 1 / a), a - 1);
    }
    return sum * width / 3;
  }
}
