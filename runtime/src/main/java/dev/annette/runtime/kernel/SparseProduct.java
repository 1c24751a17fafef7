package dev.annette.runtime.kernel;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A product over the weights other than 0, unit by unit, units with many of them first.
 *
 * <p>Few rows are taken one by one, with the sums of four units in registers. Many are turned over,
 * so that the innermost loops run along {@value #ROWS} rows and become vector code.
 */
final class SparseProduct implements ZeroSkipping {
  /** The rows that are turned over at once. */
  private static final int ROWS = 64;

  /** From this number of rows on, turning them over pays. */
  private static final int MANY = 8;

  /** Matrices of this many weights are in the nearest cache, where vectors are fastest. */
  private static final int SMALL = 8192;

  /** The largest {@link #share}. */
  static final double MOST = 0.2;

  private static final int COLUMNS = Scratch.PRODUCT;
  private static final int SUMS = Scratch.PRODUCT + 1;

  private final int in;
  private final int out;
  private final int[] units; // [out], the unit at each place
  private final int[] starts; // [out + 1], where the weights of the unit at each place start
  private final int[] inputs; // [weights], ascending within a unit
  private final float[] values; // [weights]
  private final int[] used; // the inputs that have a weight, ascending

  /** Takes the weights other than 0 out of {@code [in, out]}. */
  SparseProduct(float[] weights, int in, int out) {
    this.in = in;
    this.out = out;
    int[] counts = new int[out];
    for (int i = 0; i < in * out; i++) {
      counts[i % out] += weights[i] == 0 ? 0 : 1;
    }
    units =
        IntStream.range(0, out)
            .boxed()
            .sorted(Comparator.comparingInt(unit -> -counts[unit]))
            .mapToInt(Integer::intValue)
            .toArray();
    starts = new int[out + 1];
    for (int place = 0; place < out; place++) {
      starts[place + 1] = starts[place] + counts[units[place]];
    }
    inputs = new int[starts[out]];
    values = new float[starts[out]];
    fill(weights);
    used = IntStream.of(inputs).sorted().distinct().toArray();
  }

  /**
   * Returns the share of a matrix's weights below which this product is faster than the dense one
   * with the active kernels, as measured on matrices of 32×64 to 1024×1024: several rows share what
   * the dense kernels load, so with few of them it pays least.
   *
   * @param rows how many are multiplied at once
   * @param weights how many the dense product multiplies with
   */
  static double share(int rows, int weights) {
    if (Kernels.active().vectorBits() > 0) {
      return weights <= SMALL ? 0 : rows == 1 ? 0.07 : rows < MANY ? 0.02 : 0.04;
    }
    return rows == 1 ? 0.15 : rows < MANY ? 0.05 : rows < 2 * MANY ? 0.1 : MOST;
  }

  /** Returns how many weights are not 0. */
  int size() {
    return values.length;
  }

  private void fill(float[] weights) {
    int next = 0;
    for (int unit : units) {
      for (int input = 0; input < in; input++) {
        float weight = weights[input * out + unit];
        if (weight != 0) {
          inputs[next] = input;
          values[next++] = weight;
        }
      }
    }
  }

  @Override
  public void forward(float[] x, float[] bias, float[] y, int from, int to, Scratch scratch) {
    int row = from;
    while (to - row >= MANY) {
      int rows = Math.min(ROWS, to - row);
      together(x, bias, y, row, rows, scratch);
      row += rows;
    }
    for (; row < to; row++) {
      alone(x, bias, y, row);
    }
  }

  private void alone(float[] x, float[] bias, float[] y, int row) {
    int a = row * in;
    int c = row * out;
    int place = 0;
    for (; place + 4 <= out; place += 4) {
      int p0 = starts[place];
      int p1 = starts[place + 1];
      int p2 = starts[place + 2];
      int p3 = starts[place + 3];
      int common = starts[place + 4] - p3;
      float s0 = start(bias, place);
      float s1 = start(bias, place + 1);
      float s2 = start(bias, place + 2);
      float s3 = start(bias, place + 3);
      for (int i = 0; i < common; i++) {
        s0 = Math.fma(x[a + inputs[p0 + i]], values[p0 + i], s0);
        s1 = Math.fma(x[a + inputs[p1 + i]], values[p1 + i], s1);
        s2 = Math.fma(x[a + inputs[p2 + i]], values[p2 + i], s2);
        s3 = Math.fma(x[a + inputs[p3 + i]], values[p3 + i], s3);
      }
      y[c + units[place]] = rest(x, a, p0 + common, p1, s0);
      y[c + units[place + 1]] = rest(x, a, p1 + common, p2, s1);
      y[c + units[place + 2]] = rest(x, a, p2 + common, p3, s2);
      y[c + units[place + 3]] = s3;
    }
    for (; place < out; place++) {
      y[c + units[place]] = rest(x, a, starts[place], starts[place + 1], start(bias, place));
    }
  }

  private float start(float[] bias, int place) {
    return bias == null ? 0 : bias[units[place]];
  }

  private float rest(float[] x, int a, int from, int to, float sum) {
    float s = sum;
    for (int i = from; i < to; i++) {
      s = Math.fma(x[a + inputs[i]], values[i], s);
    }
    return s;
  }

  private void together(float[] x, float[] bias, float[] y, int row, int rows, Scratch scratch) {
    float[][] columns = scratch.rows(COLUMNS, in, ROWS); // [in][rows], those of the used inputs
    for (int r = 0; r < rows; r++) {
      int a = (row + r) * in;
      for (int input : used) {
        columns[input][r] = x[a + input];
      }
    }
    float[] sums = scratch.floats(SUMS, ROWS);
    for (int place = 0; place < out; place++) {
      float start = start(bias, place);
      for (int r = 0; r < rows; r++) {
        sums[r] = start;
      }
      addUnit(columns, starts[place], starts[place + 1], sums, rows);
      int c = row * out + units[place];
      for (int r = 0; r < rows; r++) {
        y[c + r * out] = sums[r];
      }
    }
  }

  private void addUnit(float[][] columns, int from, int to, float[] sums, int rows) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      addFour(
          columns[inputs[i]],
          columns[inputs[i + 1]],
          columns[inputs[i + 2]],
          columns[inputs[i + 3]],
          values[i],
          values[i + 1],
          values[i + 2],
          values[i + 3],
          sums,
          rows);
    }
    for (; i < to; i++) {
      addOne(columns[inputs[i]], values[i], sums, rows);
    }
  }

  private static void addFour(
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float w0,
      float w1,
      float w2,
      float w3,
      float[] sums,
      int rows) {
    for (int r = 0; r < rows; r++) {
      sums[r] =
          Math.fma(
              x3[r], w3, Math.fma(x2[r], w2, Math.fma(x1[r], w1, Math.fma(x0[r], w0, sums[r]))));
    }
  }

  private static void addOne(float[] x, float w, float[] sums, int rows) {
    for (int r = 0; r < rows; r++) {
      sums[r] = Math.fma(x[r], w, sums[r]);
    }
  }
}
