package dev.annette.runtime.train.penalty;

import dev.annette.runtime.kernel.DenseKernel;
import dev.annette.runtime.kernel.GradientSink;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.train.ParameterPass;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The gradient of the mean |cosine| in floats, by four passes over a matrix {@code [rows,
 * columns]}: directions, their products, the signs of these, and the sums of directions with these
 * signs. The two products are those of dense layers, with their fixed order of additions.
 */
final class CosineGradient {
  private final int rows;
  private final int columns;
  private final boolean byRow;

  /** How many directions there are. */
  private final int n;

  private final DoubleSupplier strength;
  private final double[] norms; // [n]
  private final double[] magnitudes; // [n]: the sums of |cosine|
  private final float[] directions; // [rows, columns]
  private final float[] signs; // [n, n]: cosines, then their signs, 0 on the diagonal
  private final float[] sums; // [rows, columns]

  CosineGradient(int rows, int columns, boolean byRow, DoubleSupplier strength) {
    this.rows = rows;
    this.columns = columns;
    this.byRow = byRow;
    this.strength = strength;
    n = byRow ? rows : columns;
    norms = new double[n];
    magnitudes = new double[n];
    directions = new float[rows * columns];
    signs = new float[n * n];
    sums = new float[rows * columns];
  }

  /** Returns the passes that add strength times the gradient to an array. */
  List<ParameterPass> passes(float[] values, float[] gradient) {
    GradientSink products =
        (panel, offset, count, scratch) -> System.arraycopy(panel, 0, signs, offset, count);
    return List.of(
        pass(1, (from, to, part, parts, scratch) -> normalise(values, from, to)),
        pass(
            n,
            (from, to, part, parts, scratch) -> multiply(products, from, to, part, parts, scratch)),
        pass(1, (from, to, part, parts, scratch) -> takeSigns(from, to)),
        pass(n, (from, to, part, parts, scratch) -> combine(gradient, part, parts, scratch)));
  }

  private int index(int i, int k) {
    return byRow ? i * columns + k : k * columns + i;
  }

  private void normalise(float[] values, int from, int to) {
    int length = byRow ? columns : rows;
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (int k = 0; k < length; k++) {
        double value = values[index(i, k)];
        sum += value * value;
      }
      norms[i] = Math.sqrt(sum);
      double inverse = norms[i] == 0 ? 0 : 1 / norms[i];
      for (int k = 0; k < length; k++) {
        directions[index(i, k)] = (float) (values[index(i, k)] * inverse);
      }
    }
  }

  private void multiply(
      GradientSink products, int from, int to, int part, int parts, Scratch scratch) {
    float[] v = directions;
    if (byRow) {
      DenseKernel.inputGradient(v, v, signs, from, to, n, columns, scratch);
    } else {
      DenseKernel.weightGradient(v, v, rows, n, n, products, part, parts, scratch);
    }
  }

  private void takeSigns(int from, int to) {
    for (int i = from; i < to; i++) {
      signs[i * n + i] = 0;
      double sum = 0;
      for (int j = i * n; j < (i + 1) * n; j++) {
        sum += Math.abs(signs[j]);
        signs[j] = Math.signum(signs[j]);
      }
      magnitudes[i] = sum;
    }
  }

  private void combine(float[] gradient, int part, int parts, Scratch scratch) {
    int from = ParameterPass.boundary(rows, part, parts);
    int to = ParameterPass.boundary(rows, part + 1, parts);
    if (byRow) {
      DenseKernel.forward(signs, directions, null, sums, from, to, n, columns, scratch);
    } else {
      DenseKernel.forward(directions, signs, null, sums, from, to, n, n, scratch);
    }
    double scale = strength.getAsDouble() / (0.5 * n * (n - 1.0));
    for (int row = from; row < to; row++) {
      for (int column = 0; column < columns; column++) {
        int i = byRow ? row : column;
        int at = row * columns + column;
        if (norms[i] > 0) {
          double derivative = (sums[at] - directions[at] * magnitudes[i]) / norms[i];
          gradient[at] += (float) (scale * derivative);
        }
      }
    }
  }

  /** A share of a pass: the directions {@code [from, to)}. */
  private interface Share {
    void run(int from, int to, int part, int parts, Scratch scratch);
  }

  private ParameterPass pass(int workOfEach, Share share) {
    long work = (long) rows * columns * workOfEach;
    return new ParameterPass() {
      @Override
      public long work() {
        return work;
      }

      @Override
      public void run(int part, int parts, Scratch scratch) {
        int from = ParameterPass.boundary(n, part, parts);
        int to = ParameterPass.boundary(n, part + 1, parts);
        share.run(from, to, part, parts, scratch);
      }
    };
  }
}
