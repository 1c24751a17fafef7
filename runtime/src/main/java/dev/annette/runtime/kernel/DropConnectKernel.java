package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * The products of a dense layer of whose weights a share is left out in every step (Wan et al.
 * 2013): {@code y = x·(w∘mask) + bias}, with masks of 0 and {@code 1/(1 − rate)}.
 *
 * <p>A weight's fate is 16 bits of a counter-based generator, as in {@link DropoutKernel}; they
 * belong to the weight's place under a key, of the step where all rows share a mask and below it of
 * the row where each has its own. So masks are drawn again where they are needed, never stored.
 *
 * <p>Layouts as in {@link DenseKernel}.
 */
public final class DropConnectKernel {
  private static final int MASKED = 8;

  private static final int PANEL_SLOT = Scratch.PRODUCT;
  private static final int PACKED_SLOT = Scratch.PRODUCT + 1;
  private static final int MASK_SLOT = Scratch.PRODUCT + 2;

  private DropConnectKernel() {}

  /**
   * Writes {@code y[r][j] = bias[j] + Σ_k x[r][k]·w[k][j]·mask[k][j]}.
   *
   * @param bias {@code [out]}, or null for none
   * @param rate the share of weights left out, at least 0 and below 1
   * @param shared whether all rows share a mask
   * @param key the generator's key for this layer and step
   */
  public static void forward(
      float[] x,
      float[] w,
      float[] bias,
      float[] y,
      int from,
      int to,
      int in,
      int out,
      float rate,
      boolean shared,
      long key,
      Scratch scratch) {
    Kernels kernels = Kernels.active();
    int rows = shared ? to - from : 1;
    for (int r = from; r < to; r += rows) {
      float[] masked = masked(w, in * out, rate, ConnectionMask.key(key, shared, r), scratch);
      kernels.forward(x, r * in, in, masked, bias, y, r * out, out, rows, in, out, scratch);
    }
  }

  /** Writes {@code dx[r][k] = Σ_j dy[r][j]·w[k][j]·mask[k][j]}, with the masks of the way there. */
  public static void inputGradient(
      float[] dy,
      float[] w,
      float[] dx,
      int from,
      int to,
      int in,
      int out,
      float rate,
      boolean shared,
      long key,
      Scratch scratch) {
    Kernels kernels = Kernels.active();
    int rows = shared ? to - from : 1;
    for (int r = from; r < to; r += rows) {
      float[] masked = masked(w, in * out, rate, ConnectionMask.key(key, shared, r), scratch);
      kernels.inputGradient(dy, r * out, out, masked, dx, r * in, in, rows, in, out, scratch);
    }
  }

  /** Returns all weights times their masks. */
  private static float[] masked(float[] w, int count, float rate, long key, Scratch scratch) {
    float[] masked = scratch.floats(MASKED, count);
    ConnectionMask.draw(masked, 0, count, rate, key, scratch);
    for (int i = 0; i < count; i++) {
      masked[i] *= w[i];
    }
    return masked;
  }

  /**
   * Hands {@code dw[k][j] = Σ_r x[r][k]·dy[r][j]·mask[k][j]} to the sink, a few whole rows of
   * {@code dw} at a time: of {@code parts} even shares of the rows, the one numbered {@code part}.
   *
   * @param rows the rows of the batch
   */
  public static void weightGradient(
      float[] x,
      float[] dy,
      int rows,
      int in,
      int out,
      float rate,
      boolean shared,
      long key,
      GradientSink sink,
      int part,
      int parts,
      Scratch scratch) {
    int end = DenseKernel.boundary(in, part + 1, parts);
    int start = DenseKernel.boundary(in, part, parts);
    if (start == end) {
      return;
    }
    int panelRows = Math.min(end - start, DenseKernel.panelRows(out));
    float[] panel = scratch.floats(PANEL_SLOT, panelRows * out);
    float[] mask = scratch.floats(MASK_SLOT, in * out);
    Kernels kernels = Kernels.active();
    float[] packed = shared ? packed(kernels, dy, rows, panelRows, out, scratch) : null;
    for (int k = start; k < end; k += panelRows) {
      int next = Math.min(end, k + panelRows);
      int count = (next - k) * out;
      if (shared) {
        kernels.weightGradient(x, packed, rows, in, out, k, next, panel, scratch);
        ConnectionMask.draw(mask, k * out, count, rate, key, scratch);
        for (int i = 0; i < count; i++) {
          panel[i] *= mask[k * out + i];
        }
      } else {
        Arrays.fill(panel, 0, count, 0f);
        for (int r = 0; r < rows; r++) {
          long rowKey = ConnectionMask.key(key, false, r);
          ConnectionMask.draw(mask, k * out, count, rate, rowKey, scratch);
          addRow(x, r * in + k, dy, r * out, out, next - k, mask, k * out, panel);
        }
      }
      sink.accept(panel, k * out, count, scratch);
    }
  }

  private static float[] packed(
      Kernels kernels, float[] dy, int rows, int inputs, int out, Scratch scratch) {
    float[] packed = scratch.floats(PACKED_SLOT, kernels.packedSize(rows, out));
    kernels.pack(dy, rows, inputs, out, packed, scratch);
    return packed;
  }

  /** Adds {@code x[k]·dy[j]·mask[k][j]} of one row to the panel, {@code [panelRows, out]}. */
  private static void addRow(
      float[] x,
      int xFrom,
      float[] dy,
      int dyFrom,
      int out,
      int panelRows,
      float[] mask,
      int maskFrom,
      float[] panel) {
    for (int k = 0; k < panelRows; k++) {
      float value = x[xFrom + k];
      for (int j = 0; j < out; j++) {
        int at = k * out + j;
        panel[at] = Math.fma(value, dy[dyFrom + j] * mask[maskFrom + at], panel[at]);
      }
    }
  }

  /**
   * Hands the rate of a step to what remembers it for prediction, {@code [1]}; the first of the
   * {@code parts} shares does so.
   */
  public static void remember(
      float rate, GradientSink remembered, int part, int parts, Scratch scratch) {
    if (part == 0) {
      float[] one = scratch.floats(PANEL_SLOT, 1);
      one[0] = rate;
      remembered.accept(one, 0, 1, scratch);
    }
  }
}
