package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DenseKernelTest {
  private final Scratch scratch = new Scratch();

  @Test
  void rows_come_out_the_same_alone_and_in_company() {
    int rows = 50;
    int in = 70;
    int out = 90;
    float[] x = Providers.numbers(1, rows * in);
    float[] w = Providers.numbers(2, in * out);
    float[] bias = Providers.numbers(3, out);
    float[] together = new float[rows * out];
    DenseKernel.forward(x, w, bias, together, 0, rows, in, out, scratch);
    float[] alone = new float[rows * out];
    float[] dxTogether = new float[rows * in];
    DenseKernel.inputGradient(together, w, dxTogether, 0, rows, in, out, scratch);
    float[] dxAlone = new float[rows * in];
    for (int r = 0; r < rows; r++) {
      DenseKernel.forward(x, w, bias, alone, r, r + 1, in, out, scratch);
      DenseKernel.inputGradient(alone, w, dxAlone, r, r + 1, in, out, scratch);
    }
    assertArrayEquals(together, alone);
    assertArrayEquals(dxTogether, dxAlone);
  }

  @Test
  void every_weight_gets_its_gradient_once_whatever_the_parts() {
    int rows = 9;
    for (int in : new int[] {1, 5, 100}) {
      for (int out : new int[] {1, 10, 700, 9000}) {
        float[] x = Providers.numbers(4, rows * in);
        float[] dy = Providers.numbers(5, rows * out);
        float[] expected = gradients(x, dy, rows, in, out, 1);
        for (int parts : new int[] {2, 3, 7}) {
          assertArrayEquals(expected, gradients(x, dy, rows, in, out, parts));
        }
      }
    }
  }

  private float[] gradients(float[] x, float[] dy, int rows, int in, int out, int parts) {
    float[] all = new float[in * out];
    int[] times = new int[in * out];
    for (int part = 0; part < parts; part++) {
      DenseKernel.weightGradient(x, dy, rows, in, out, sink(all, times), part, parts, scratch);
    }
    for (int n : times) {
      assertEquals(1, n);
    }
    return all;
  }

  private static GradientSink sink(float[] all, int[] times) {
    return (panel, offset, count, s) -> {
      System.arraycopy(panel, 0, all, offset, count);
      Arrays.fill(panel, 0, count, Float.NaN);
      for (int i = 0; i < count; i++) {
        times[offset + i]++;
      }
    };
  }

  @Test
  void every_bias_gets_its_gradient_once_whatever_the_parts() {
    float[] dy = Providers.numbers(6, 3 * 10);
    float[] expected = new float[10];
    for (int j = 0; j < 10; j++) {
      expected[j] = dy[j] + dy[10 + j] + dy[20 + j];
    }
    for (int parts : new int[] {1, 2, 3, 20}) {
      float[] all = new float[10];
      int[] times = new int[10];
      for (int part = 0; part < parts; part++) {
        DenseKernel.biasGradient(dy, 3, 10, sink(all, times), part, parts, scratch);
      }
      assertArrayEquals(expected, all);
      for (int n : times) {
        assertEquals(1, n);
      }
    }
  }

  @Test
  void nothing_is_allocated_once_the_scratch_arrays_are_there() {
    Scratch own = new Scratch();
    int rows = 20;
    int in = 40;
    int out = 30;
    float[] x = Providers.numbers(1, rows * in);
    float[] w = Providers.numbers(2, in * out);
    float[] y = new float[rows * out];
    float[] dx = new float[rows * in];
    GradientSink sink = (panel, offset, count, s) -> {};
    Runnable step =
        () -> {
          ScalarKernels kernels = new ScalarKernels();
          kernels.forward(x, 0, in, w, null, y, 0, out, rows, in, out, own);
          kernels.inputGradient(y, 0, out, w, dx, 0, in, rows, in, out, own);
          DenseKernel.weightGradient(kernels, x, y, rows, in, out, sink, 0, 1, own);
        };
    for (int i = 0; i < 10; i++) {
      step.run();
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      step.run();
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes < 50_000, bytes + " bytes in 1000 steps");
  }
}
