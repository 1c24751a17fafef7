package dev.annette.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchesTest {
  private static final double[] ZERO = {0};

  private static double follow(double value, double scale, double[] kinks, float recorded) {
    return Branches.follow(new double[] {value}, scale, kinks, new float[] {recorded}, kinks)[0];
  }

  @ParameterizedTest
  @CsvSource({
    "-1e-9, 0.5, 4.9e-324", // moved above the kink
    " 1e-9, 0.5, 1e-9", // there already
    " 1e-9, -0.5, -4.9e-324", // moved below
    " 1e-9, 0, 0", // moved onto the kink
    " 1e-9, NaN, 1e-9", // not recorded
  })
  void a_value_near_a_kink_takes_the_side_of_the_run(
      double value, float recorded, double expected) {
    assertEquals(expected, follow(value, 1, ZERO, recorded));
  }

  @Test
  void a_value_far_from_a_kink_stays_where_it_is() {
    assertEquals(2e-4, follow(2e-4, 1, ZERO, -0.5f));
    assertEquals(-4.9e-324, follow(2e-4, 10, ZERO, -0.5f));
  }

  @Test
  void the_nearest_kink_decides() {
    double[] kinks = {-3, 3};
    assertEquals(Math.nextUp(-3.0), follow(-3.00001, 3, kinks, -2.9f));
    assertEquals(Math.nextDown(3.0), follow(3.00001, 3, kinks, 2.9f));
    assertEquals(1.0, follow(1.0, 3, kinks, 5f));
  }

  @Test
  void recorded_outputs_are_compared_with_the_output_at_the_kink() {
    double[] followed =
        Branches.follow(
            new double[] {3.00001, 2.99999, -2.99999},
            3,
            new double[] {-3, 3},
            new float[] {0.999f, 1, 0},
            new double[] {0, 1});
    assertEquals(Math.nextDown(3.0), followed[0]);
    assertEquals(3.0, followed[1]);
    assertEquals(-3.0, followed[2]);
  }
}
