package dev.annette.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class InputsTest {

  @Test
  void a_wrong_width_is_told_with_both_numbers() {
    assertMessage("Net takes 4 numbers a row, but the array holds 3", new float[3], 1);
    assertMessage(
        "Net takes 4 numbers a row, so 8 for 2 rows, but the array holds 9", new float[9], 2);
    assertMessage("Net: -1 rows; the number of rows cannot be negative", new float[4], -1);
  }

  @Test
  void the_first_number_that_is_not_finite_is_told_wherever_it_is() {
    for (float broken : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1f / 0f}) {
      for (int i = 0; i < 12; i++) {
        float[] inputs = new float[12];
        inputs[i] = broken;
        assertMessage(
            "Net: row %d, column %d is %s; every input must be a finite number"
                .formatted(i / 4, i % 4, broken),
            inputs,
            3);
      }
    }
  }

  @Test
  void the_largest_numbers_are_finite_and_rows_beyond_the_batch_are_not_read() {
    float[] inputs = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -0f};
    Inputs.requireRows("Net", inputs, 1, 4);
    Inputs.requireFinite("Net", new float[] {1, Float.NaN}, 1, 1);
    Inputs.requireRows("Net", new float[0], 0, 4);
  }

  @Test
  void valid_rows_are_checked_without_allocating() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] inputs = new float[64];
    long thread = Thread.currentThread().getId();
    threads.getThreadAllocatedBytes(thread);
    Inputs.requireRows("Net", inputs, 16, 4);
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 10_000; i++) {
      Inputs.requireRows("Net", inputs, 16, 4);
    }
    assertEquals(0, (threads.getThreadAllocatedBytes(thread) - before) / 10_000);
  }

  private static void assertMessage(String message, float[] inputs, int rows) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> Inputs.requireRows("Net", inputs, rows, 4))
            .getMessage());
  }
}
