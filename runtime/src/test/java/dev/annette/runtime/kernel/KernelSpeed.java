package dev.annette.runtime.kernel;

import dev.annette.runtime.kernel.vector.VectorKernels;
import java.util.Locale;

/**
 * A program that measures the kernels on one layer: arithmetic done per second, one thread.
 *
 * <p>Arguments: rows in out, by default 128 784 512. The best of many short runs counts, as other
 * programs can only slow one down.
 */
final class KernelSpeed {
  private static final int RUNS = 150;
  private static final long RUN_NANOS = 10_000_000;

  private KernelSpeed() {}

  public static void main(String[] arguments) {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 128;
    int in = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 784;
    int out = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 512;
    for (Kernels kernels : new Kernels[] {new ScalarKernels(), new VectorKernels()}) {
      measure(kernels, rows, in, out);
    }
  }

  private static void measure(Kernels kernels, int rows, int in, int out) {
    float[] x = Providers.numbers(1, rows * in);
    float[] w = Providers.numbers(2, in * out);
    float[] bias = Providers.numbers(3, out);
    float[] y = new float[rows * out];
    float[] dy = Providers.numbers(4, rows * out);
    float[] dx = new float[rows * in];
    float[] first = new float[in * out];
    float[] second = new float[in * out];
    Scratch scratch = new Scratch();
    double products = 2.0 * rows * in * out;
    print(
        kernels,
        "forward",
        products,
        "GFLOP/s",
        () -> kernels.forward(x, 0, in, w, bias, y, 0, out, rows, in, out, scratch));
    print(
        kernels,
        "input gradient",
        products,
        "GFLOP/s",
        () -> kernels.inputGradient(dy, 0, out, w, dx, 0, in, rows, in, out, scratch));
    print(
        kernels,
        "weight gradient",
        products,
        "GFLOP/s",
        () ->
            DenseKernel.weightGradient(
                kernels, x, dy, rows, in, out, (panel, offset, count, s) -> {}, 0, 1, scratch));
    UpdateCoefficients c = new UpdateCoefficients().learningRate(1e-3).adam(0.9, 0.999, 1e-8, 10);
    float[] g = Providers.numbers(5, in * out);
    print(
        kernels,
        "adam",
        in * (double) out,
        "G weights/s",
        () -> kernels.adam(w, first, second, 0, g, in * out, c, scratch));
    print(
        kernels,
        "sgd",
        in * (double) out,
        "G weights/s",
        () -> kernels.sgd(w, 0, g, in * out, c, scratch));
    print(
        kernels,
        "weight gradient and adam",
        products,
        "GFLOP/s",
        () ->
            DenseKernel.weightGradient(
                kernels,
                x,
                dy,
                rows,
                in,
                out,
                (panel, offset, count, s) ->
                    kernels.adam(w, first, second, offset, panel, count, c, s),
                0,
                1,
                scratch));
    print(
        kernels,
        "dropout mask",
        rows * (double) out,
        "G units/s",
        () -> kernels.dropoutMask(y, 0, rows * out, 32768, 2, 42, scratch));
    print(
        kernels,
        "exp",
        rows * (double) out,
        "G numbers/s",
        () -> kernels.exp(dy, 0, y, 0, rows * out));
    print(
        kernels,
        "tanh",
        rows * (double) out,
        "G numbers/s",
        () -> kernels.tanh(dy, 0, y, 0, rows * out));
  }

  private static void print(Kernels kernels, String what, double work, String unit, Runnable task) {
    double best = 0;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      long now;
      int times = 0;
      do {
        task.run();
        times++;
        now = System.nanoTime();
      } while (now - start < RUN_NANOS);
      best = Math.max(best, work * times / (now - start));
    }
    System.out.printf(Locale.ROOT, "%s %s: %.2f %s%n", kernels.name(), what, best, unit);
  }
}
