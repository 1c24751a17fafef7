package dev.annette.runtime.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.kernel.Scratch;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When zeros are left out. */
class VectorNonzerosTest {
  private static final int ROWS = 128;
  private static final int DEPTH = 512;
  private static final int BLOCK = 128;

  private final Scratch scratch = new Scratch();

  @ParameterizedTest
  @CsvSource({"0, true", "0.1, true", "0.25, true", "0.5, false", "1, false"})
  void dropout_and_relu_leave_few_enough_and_relu_alone_too_many(double share, boolean few) {
    assertEquals(few, areFew(share, DEPTH, 1));
  }

  @Test
  void narrow_products_need_fewer_and_the_narrowest_never_gain() {
    assertTrue(areFew(0.05, 128, 1));
    assertFalse(areFew(0.25, 128, 1));
    assertFalse(areFew(0, 64, 1));
  }

  @Test
  void work_on_the_other_matrix_must_be_shared_by_many_rows() {
    assertTrue(VectorNonzeros.areFew(numbers(0.2), 0, DEPTH, ROWS, DEPTH, BLOCK, DEPTH, 5));
    assertFalse(VectorNonzeros.areFew(numbers(0.2), 0, DEPTH, 16, DEPTH, BLOCK, DEPTH, 5));
  }

  @Test
  void a_list_is_given_up_where_more_than_half_is_not_0() {
    assertTrue(VectorNonzeros.list(numbers(0.45), 0, DEPTH, ROWS, DEPTH, BLOCK, scratch));
    assertFalse(VectorNonzeros.list(numbers(0.55), 0, DEPTH, ROWS, DEPTH, BLOCK, scratch));
    assertFalse(VectorNonzeros.list(numbers(1), 0, DEPTH, ROWS, DEPTH, BLOCK, scratch));
  }

  private static boolean areFew(double share, int columns, double readings) {
    return VectorNonzeros.areFew(numbers(share), 0, DEPTH, ROWS, DEPTH, BLOCK, columns, readings);
  }

  private static float[] numbers(double share) {
    Random random = new Random(1);
    float[] numbers = new float[ROWS * DEPTH];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextDouble() < share ? 1 : 0;
    }
    return numbers;
  }
}
