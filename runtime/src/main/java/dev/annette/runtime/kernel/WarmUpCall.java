package dev.annette.runtime.kernel;

import dev.annette.runtime.random.CounterRandom;
import java.util.List;
import java.util.stream.IntStream;

/** A small call of one kernel, with numbers of its own. */
@FunctionalInterface
interface WarmUpCall {
  /** Rows that take a tile of every height: 6 + 2 of a wide block, 8 of a narrow one. */
  int ROWS = 8;

  int IN = 20;

  /** Columns that take wide, narrow and partial blocks at every vector size. */
  int OUT = 85;

  /** Rows of a layer whose zeros are worth leaving out … */
  int SPARSE_ROWS = 64;

  /** … its inputs, which are as many as its units … */
  int SIDE = 128;

  /** … and of how many elements one is not 0. */
  int ONE_IN = 32;

  /** Weights, units or numbers: some vectors and a rest. */
  int COUNT = 261;

  /** Blocks of normal numbers. */
  int BLOCKS = 8;

  void run(Kernels kernels, Scratch scratch);

  /** Returns a call of every kernel. */
  static List<WarmUpCall> all() {
    float[] x = numbers(ROWS * IN);
    float[] w = numbers(IN * OUT);
    float[] y = numbers(ROWS * OUT);
    float[] products = new float[ROWS * OUT];
    float[] panel = new float[IN * OUT];
    float[] sparse = sparse(SPARSE_ROWS * SIDE);
    float[] square = numbers(SIDE * SIDE);
    float[] sums = new float[SIDE * SIDE];
    UpdateCoefficients c = new UpdateCoefficients().learningRate(1e-3).momentum(0.9);
    c.adam(0.9, 0.999, 1e-8, 10);
    float[] weights = numbers(COUNT);
    float[] first = numbers(COUNT);
    float[] second = numbers(COUNT);
    float[] g = numbers(COUNT);
    float[] functions = new float[COUNT];
    int[] inputs = IntStream.range(0, SIDE).filter(k -> k % 3 > 0).toArray();
    int[] words = new int[BLOCKS * NormalNumbers.COUNTERS];
    CounterRandom.blocks(42, 0, words, new int[words.length], words.length);
    return List.of(
        (k, s) -> k.forward(x, 0, IN, w, null, products, 0, OUT, ROWS, IN, OUT, s),
        (k, s) -> k.forward(x, 0, IN, w, null, products, 0, OUT, 1, IN, OUT, s),
        (k, s) -> {
          float[] packed = s.floats(0, k.packedWeightsSize(ROWS, IN, OUT));
          k.packWeights(w, IN, OUT, packed);
          k.forward(x, 0, IN, w, packed, null, products, 0, OUT, ROWS, IN, OUT, s);
        },
        (k, s) -> k.addInputs(square, 0, inputs, inputs.length, square, sums, 0, SIDE, s),
        (k, s) -> k.inputGradient(x, 0, IN, w, products, 0, OUT, ROWS, OUT, IN, s),
        (k, s) -> {
          float[] packed = s.floats(0, k.packedSize(ROWS, OUT));
          k.pack(y, ROWS, IN, OUT, packed, s);
          k.weightGradient(x, packed, ROWS, IN, OUT, 0, IN, panel, s);
        },
        (k, s) -> k.inputGradient(x, 0, IN, w, products, 0, OUT, 1, OUT, IN, s),
        (k, s) -> {
          float[] packed = s.floats(0, k.packedSize(1, OUT));
          k.pack(y, 1, IN, OUT, packed, s);
          k.weightGradient(x, packed, 1, IN, OUT, 0, IN, panel, s);
        },
        (k, s) ->
            k.forward(sparse, 0, SIDE, square, null, sums, 0, SIDE, SPARSE_ROWS, SIDE, SIDE, s),
        (k, s) ->
            k.inputGradient(sparse, 0, SIDE, square, sums, 0, SIDE, SPARSE_ROWS, SIDE, SIDE, s),
        (k, s) -> {
          float[] packed = s.floats(0, k.packedSize(SPARSE_ROWS, SIDE));
          k.pack(sparse, SPARSE_ROWS, SIDE, SIDE, packed, s);
          k.weightGradient(square, packed, SPARSE_ROWS, SIDE, SIDE, 0, SIDE, sums, s);
        },
        (k, s) -> k.columnSums(y, ROWS, OUT, 0, OUT, panel),
        (k, s) -> k.sgd(weights, 0, g, COUNT, c, s),
        (k, s) -> k.momentum(weights, first, 0, g, COUNT, c, s),
        (k, s) -> k.nesterov(weights, first, 0, g, COUNT, c, s),
        (k, s) -> k.rmsProp(weights, second, 0, g, COUNT, c, s),
        (k, s) -> k.adam(weights, first, second, 0, g, COUNT, c, s),
        (k, s) -> k.dropoutMask(functions, 0, COUNT, 1 << 15, 2, 42, s),
        (k, s) -> k.normals(words, words, BLOCKS, 0, 1, functions, 0),
        (k, s) -> k.exp(g, 0, functions, 0, COUNT),
        (k, s) -> k.log(second, 0, functions, 0, COUNT),
        (k, s) -> k.tanh(g, 0, functions, 0, COUNT));
  }

  /** Returns numbers of which few are not 0. */
  private static float[] sparse(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i += ONE_IN) {
      numbers[i] = 1;
    }
    return numbers;
  }

  /** Returns numbers between 0 and 1, of which the kernels make no special cases. */
  private static float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (i * 31 % 64 + 1) / 65f;
    }
    return numbers;
  }
}
