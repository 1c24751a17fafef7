package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Gaussian noise and Gaussian dropout: what they make of the normal numbers of their elements. */
class NoiseKernelTest {
  private static final long KEY = 0x123456789ABCDEFL;
  private static final int ROWS = 9;
  private static final int UNITS = 37;
  private static final int COUNT = ROWS * UNITS;

  private final Scratch scratch = new Scratch();
  private final float[] x = Providers.numbers(1, COUNT);
  private final float[] normal = new float[COUNT];
  private final float[] drawn = new float[COUNT];
  private final float[] y = new float[COUNT];

  NoiseKernelTest() {
    NormalNumbers.write(normal, 0, COUNT, 0, 1, KEY, scratch);
  }

  @Test
  void noise_of_a_deviation_is_added() {
    NoiseKernel.forward(x, drawn, y, 0, ROWS, UNITS, 2.5f, KEY, scratch);
    for (int i = 0; i < COUNT; i++) {
      assertEquals(2.5f * normal[i], drawn[i]);
      assertEquals(x[i] + drawn[i], y[i]);
    }
  }

  /** Keras: {@code inputs * normal(mean = 1, stddev = sqrt(rate / (1 - rate)))}. */
  @Test
  void factors_deviate_as_dropout_of_the_rate_does() {
    for (float rate : new float[] {0.1f, 0.2f, 0.5f, 0.8f}) {
      GaussianDropoutKernel.forward(x, drawn, y, 0, ROWS, UNITS, rate, KEY, scratch);
      float deviation = (float) Math.sqrt(rate / (1.0 - rate));
      for (int i = 0; i < COUNT; i++) {
        assertEquals(Math.fma(deviation, normal[i], 1), drawn[i]);
        assertEquals(x[i] * drawn[i], y[i]);
      }
    }
  }

  @Test
  void a_strength_of_0_keeps_everything_as_it_is() {
    NoiseKernel.forward(x, drawn, y, 0, ROWS, UNITS, 0, KEY, scratch);
    assertArrayEquals(x, y);
    GaussianDropoutKernel.forward(x, drawn, y, 0, ROWS, UNITS, 0, KEY, scratch);
    assertArrayEquals(x, y);
  }

  @Test
  void a_rate_that_rounds_to_1_stays_finite() {
    GaussianDropoutKernel.forward(x, drawn, y, 0, ROWS, UNITS, 1, KEY, scratch);
    for (int i = 0; i < COUNT; i++) {
      assertEquals(Math.fma(4096f, normal[i], 1), drawn[i], 1e-3);
    }
  }

  @Test
  void rows_alone_get_what_they_get_together() {
    NoiseKernel.forward(x, drawn, y, 0, ROWS, UNITS, 0.5f, KEY, scratch);
    float[] apart = new float[COUNT];
    float[] noise = new float[COUNT];
    for (int row = 0; row < ROWS; row++) {
      NoiseKernel.forward(x, noise, apart, row, row + 1, UNITS, 0.5f, KEY, scratch);
    }
    assertArrayEquals(y, apart);
    float[] inPlace = Arrays.copyOf(x, COUNT);
    NoiseKernel.forward(inPlace, noise, inPlace, 0, ROWS, UNITS, 0.5f, KEY, scratch);
    assertArrayEquals(y, inPlace);
  }
}
