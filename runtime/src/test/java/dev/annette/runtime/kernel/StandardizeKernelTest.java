package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class StandardizeKernelTest {
  @Test
  void each_column_loses_its_mean_and_takes_its_scale_in_the_rows_asked_for() {
    float[] x = {1, 2, 3, 4, 5, 6};
    StandardizeKernel.forward(x, new float[] {1, 10}, new float[] {2, 0.5f}, x, 1, 3, 2);
    assertArrayEquals(new float[] {1, 2, 4, -3, 8, -2}, x);
  }
}
