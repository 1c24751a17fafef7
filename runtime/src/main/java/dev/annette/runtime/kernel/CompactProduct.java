package dev.annette.runtime.kernel;

import java.util.stream.IntStream;

/**
 * A product without the inputs and the units whose weights are all 0: what is left is a smaller
 * matrix, which the dense kernels multiply with.
 */
final class CompactProduct implements ZeroSkipping {
  private static final int INPUTS = 0;
  private static final int BIAS = 1;
  private static final int OUTPUTS = 2;

  private final int in;
  private final int out;
  private final int[] inputs; // those that are left, ascending
  private final int[] units; // those that are left, ascending
  private final float[] weights; // [inputs, units]

  /** Takes what is left out of {@code [in, out]}. */
  CompactProduct(float[] all, int in, int out) {
    this.in = in;
    this.out = out;
    inputs = IntStream.range(0, in).filter(k -> !zero(all, k * out, 1, out)).toArray();
    units = IntStream.range(0, out).filter(j -> !zero(all, j, out, in)).toArray();
    weights = new float[inputs.length * units.length];
    for (int k = 0; k < inputs.length; k++) {
      for (int j = 0; j < units.length; j++) {
        weights[k * units.length + j] = all[inputs[k] * out + units[j]];
      }
    }
  }

  private static boolean zero(float[] weights, int from, int step, int count) {
    return IntStream.range(0, count).allMatch(i -> weights[from + i * step] == 0);
  }

  /** Returns how many weights are left. */
  int size() {
    return weights.length;
  }

  @Override
  public void forward(float[] x, float[] bias, float[] y, int from, int to, Scratch scratch) {
    int rows = to - from;
    float[] sums = scratch.floats(OUTPUTS, rows * units.length);
    if (weights.length > 0) {
      multiply(x, bias, sums, from, rows, scratch);
    }
    for (int r = 0; r < rows; r++) {
      int row = (from + r) * out;
      for (int j = 0; j < out; j++) {
        y[row + j] = bias == null ? 0 : bias[j];
      }
      for (int j = 0; j < units.length; j++) {
        y[row + units[j]] = sums[r * units.length + j];
      }
    }
  }

  /** Writes the sums of the units that are left, {@code [rows, units]}. */
  private void multiply(
      float[] x, float[] bias, float[] sums, int from, int rows, Scratch scratch) {
    float[] left = scratch.floats(INPUTS, rows * inputs.length);
    for (int r = 0; r < rows; r++) {
      gather(x, (from + r) * in, inputs, left, r * inputs.length);
    }
    float[] leftBias = null;
    if (bias != null) {
      leftBias = scratch.floats(BIAS, units.length);
      gather(bias, 0, units, leftBias, 0);
    }
    DenseKernel.forward(
        left, weights, leftBias, sums, 0, rows, inputs.length, units.length, scratch);
  }

  private static void gather(float[] from, int first, int[] chosen, float[] to, int start) {
    for (int i = 0; i < chosen.length; i++) {
      to[start + i] = from[first + chosen[i]];
    }
  }
}
