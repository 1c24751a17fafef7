package dev.annette.runtime.kernel;

import dev.annette.runtime.kernel.vector.VectorKernels;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The providers under test, and the sizes and numbers they are tried with. */
final class Providers {
  /** With one above the rows that vector kernels take at once. */
  static final int[] SIZES = {
    1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 1023, 1061
  };

  private static final int[] OTHERS = {1, 5, 33, 130};

  private Providers() {}

  static Stream<Kernels> all() {
    return Stream.of(new ScalarKernels(), new VectorKernels());
  }

  /**
   * Returns shapes {@code {rows, in, out}}: every size in each place, with a few in the others, and
   * such as vector kernels cut into deeper blocks or several copies.
   */
  static Stream<int[]> shapes() {
    Stream<int[]> cut =
        Stream.of(
            new int[] {67, 1061, 131},
            new int[] {64, 97, 801},
            new int[] {67, 801, 515},
            new int[] {67, 515, 801},
            new int[] {63, 900, 97},
            new int[] {8, 128, 1061},
            new int[] {130, 1061, 128});
    return Stream.concat(cut, crossed());
  }

  private static Stream<int[]> crossed() {
    return IntStream.of(SIZES)
        .boxed()
        .flatMap(
            size ->
                IntStream.range(0, OTHERS.length)
                    .boxed()
                    .flatMap(
                        i -> {
                          int a = OTHERS[i];
                          int b = OTHERS[(i + 1) % OTHERS.length];
                          return Stream.of(
                              new int[] {size, a, b},
                              new int[] {a, size, b},
                              new int[] {a, b, size});
                        }));
  }

  static float[] numbers(long seed, int count) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
