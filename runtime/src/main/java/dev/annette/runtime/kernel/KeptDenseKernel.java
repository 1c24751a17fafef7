package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * The products of {@link DenseKernel} where all rows of a step leave out the same inputs, or the
 * same units, or both: they run on the kept sub-matrices (Graham, Reizenstein and Robinson 2015).
 *
 * <p>The inputs left out are 0 in every row, and so are the gradients of the units left out. So
 * what is skipped adds 0 to every sum as long as the weights are finite, and the bits are those of
 * the whole products, but for the sign of a sum that is 0. A unit left out is 0; its value is not
 * computed.
 *
 * <p>Layouts as in {@link DenseKernel}. Every call of a step takes the same {@link KeptWeights}.
 */
public final class KeptDenseKernel {
  private static final int INPUTS = 0;
  private static final int BIAS = 1;
  private static final int OUTPUTS = 2;

  /** The gradients of a sink's panel come in this multiple of kept rows where there is room. */
  private static final int PANEL_ROWS = 6;

  private static final int PANEL_SLOT = Scratch.PRODUCT;
  private static final int PACKED_SLOT = Scratch.PRODUCT + 1;
  private static final int KEPT_INPUTS_SLOT = Scratch.KEPT;
  private static final int KEPT_GRADIENTS_SLOT = Scratch.KEPT + 1;
  private static final int KEPT_PANEL_SLOT = Scratch.KEPT + 2;

  private KeptDenseKernel() {}

  /**
   * Copies the weights that the step multiplies with, before any of its products: of {@code parts}
   * even shares, the one numbered {@code part}.
   *
   * @param w {@code [in, out]}
   * @param rows the rows of the batch; for a few, all weights are used where they are
   */
  public static void copyWeights(float[] w, KeptWeights kept, int rows, int part, int parts) {
    kept.copy(w, rows, part, parts);
  }

  /**
   * Writes {@code y[r][j] = bias[j] + Σ_k x[r][k]·w[k][j]} over the kept inputs for the kept units,
   * and 0 for the others.
   *
   * @param w all weights, {@code [in, out]}
   * @param bias {@code [out]}, or null for none
   */
  public static void forward(
      float[] x,
      float[] w,
      KeptWeights kept,
      float[] bias,
      float[] y,
      int from,
      int to,
      Scratch scratch) {
    int rows = to - from;
    int in = kept.inputCount();
    int out = kept.unitColumns();
    KernelChoice.worked((long) rows * in * out);
    float[] inputs = x;
    int inputsFrom = from * kept.in();
    if (kept.dropsInputs()) {
      inputs = scratch.floats(INPUTS, rows * in);
      KeptColumns.gather(x, inputsFrom, kept.in(), rows, kept.inputs(), 0, in, inputs, in);
      inputsFrom = 0;
    }
    if (!kept.dropsUnits()) {
      multiply(inputs, inputsFrom, kept.of(w), bias, y, from * out, rows, in, out, scratch);
      return;
    }
    int units = kept.unitCount();
    float[] keptBias = null;
    if (bias != null) {
      keptBias = scratch.floats(BIAS, out);
      KeptColumns.gather(bias, 0, 0, 1, kept.units(), 0, units, keptBias, out);
    }
    float[] sums = scratch.floats(OUTPUTS, rows * out);
    multiply(inputs, inputsFrom, kept.of(w), keptBias, sums, 0, rows, in, out, scratch);
    KeptColumns.spread(sums, out, rows, kept.units(), units, y, from * kept.out(), kept.out());
  }

  private static void multiply(
      float[] x,
      int xFrom,
      float[] w,
      float[] bias,
      float[] y,
      int yFrom,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    if (in > 0 && out > 0) {
      Kernels.active().forward(x, xFrom, in, w, bias, y, yFrom, out, rows, in, out, scratch);
      return;
    }
    for (int i = 0; i < rows * out; i++) {
      y[yFrom + i] = bias == null ? 0 : bias[i % out];
    }
  }

  /**
   * Writes {@code dx[r][k] = Σ_j dy[r][j]·w[k][j]} over the kept units for the kept inputs, and 0
   * for the others.
   *
   * @param w all weights, {@code [in, out]}
   */
  public static void inputGradient(
      float[] dy, float[] w, KeptWeights kept, float[] dx, int from, int to, Scratch scratch) {
    int rows = to - from;
    int in = kept.inputColumns();
    int out = kept.unitColumns();
    float[] gradients = dy;
    int gradientsFrom = from * kept.out();
    if (kept.dropsUnits()) {
      gradients = scratch.floats(OUTPUTS, rows * out);
      int units = kept.unitCount();
      KeptColumns.gather(
          dy, gradientsFrom, kept.out(), rows, kept.units(), 0, units, gradients, out);
      gradientsFrom = 0;
    }
    if (in == 0 || out == 0) {
      Arrays.fill(dx, from * kept.in(), to * kept.in(), 0f);
      return;
    }
    boolean drops = kept.dropsInputs();
    float[] sums = drops ? scratch.floats(INPUTS, rows * in) : dx;
    Kernels.active()
        .inputGradient(
            gradients,
            gradientsFrom,
            out,
            kept.of(w),
            sums,
            drops ? 0 : from * in,
            in,
            rows,
            in,
            out,
            scratch);
    if (drops) {
      int count = kept.inputCount();
      KeptColumns.spread(sums, in, rows, kept.inputs(), count, dx, from * kept.in(), kept.in());
    }
  }

  /**
   * Hands {@code dw[k][j] = Σ_r x[r][k]·dy[r][j]} to the sink, 0 between what is not kept, a few
   * whole rows of {@code dw} at a time: of {@code parts} even shares of the rows, the one numbered
   * {@code part}.
   *
   * @param rows the rows of the batch
   */
  public static void weightGradient(
      float[] x,
      float[] dy,
      int rows,
      KeptWeights kept,
      GradientSink sink,
      int part,
      int parts,
      Scratch scratch) {
    int in = kept.in();
    int out = kept.out();
    Kernels kernels = Kernels.active();
    if (kept.isWhole()) {
      DenseKernel.weightGradient(kernels, x, dy, rows, in, out, sink, part, parts, scratch);
      return;
    }
    int start = DenseKernel.boundary(in, part, parts);
    int end = DenseKernel.boundary(in, part + 1, parts);
    int first = kept.inputsBefore(start);
    int last = kept.inputsBefore(end);
    int units = kept.unitColumns();
    float[] inputs = inputs(x, rows, kept, first, last, scratch);
    int shift = kept.dropsInputs() ? first : 0;
    int width = kept.dropsInputs() ? last - first : in;
    float[] packed = packed(kernels, dy, rows, kept, scratch);

    int mostRows = Math.max(1, Math.min(end - start, 2 * DenseKernel.panelRows(out)));
    int mostKept = mostKept(kept);
    float[] panel = scratch.floats(PANEL_SLOT, mostRows * out);
    float[] keptPanel = scratch.floats(KEPT_PANEL_SLOT, mostKept * units);
    int i = first;
    int next;
    for (int k = start; k < end; k = next) {
      int until = Math.min(last, i + mostKept);
      next = Math.min(until < last ? kept.inputs()[until] : end, k + mostRows);
      until = kept.inputsBefore(next);
      if (i < until && units > 0) {
        kernels.weightGradient(
            inputs, packed, rows, width, units, i - shift, until - shift, keptPanel, scratch);
      }
      spread(kept, keptPanel, i, until, panel, k, next);
      sink.accept(panel, k * out, (next - k) * out, scratch);
      i = until;
    }
  }

  /** Writes the rows {@code [k, next)} of the gradient, given those of its kept inputs. */
  private static void spread(
      KeptWeights kept, float[] keptPanel, int from, int to, float[] panel, int k, int next) {
    KeptColumns.spreadRows(
        keptPanel,
        kept.unitColumns(),
        kept.inputs(),
        from,
        to,
        kept.units(),
        kept.unitCount(),
        panel,
        k,
        next - k,
        kept.out());
  }

  /** Returns the kept inputs in {@code [first, last)}, or all where none is left out. */
  private static float[] inputs(
      float[] x, int rows, KeptWeights kept, int first, int last, Scratch scratch) {
    if (!kept.dropsInputs()) {
      return x;
    }
    int count = last - first;
    float[] inputs = scratch.floats(KEPT_INPUTS_SLOT, rows * count);
    KeptColumns.gather(x, 0, kept.in(), rows, kept.inputs(), first, count, inputs, count);
    return inputs;
  }

  private static float[] packed(
      Kernels kernels, float[] dy, int rows, KeptWeights kept, Scratch scratch) {
    int units = kept.unitColumns();
    float[] gradients = dy;
    if (kept.dropsUnits()) {
      gradients = scratch.floats(KEPT_GRADIENTS_SLOT, rows * units);
      int count = kept.unitCount();
      KeptColumns.gather(dy, 0, kept.out(), rows, kept.units(), 0, count, gradients, units);
    }
    float[] packed = scratch.floats(PACKED_SLOT, kernels.packedSize(rows, units));
    if (units > 0) {
      kernels.pack(gradients, rows, mostKept(kept), units, packed, scratch);
    }
    return packed;
  }

  /** Returns how many kept rows of the weight gradient are computed at once. */
  private static int mostKept(KeptWeights kept) {
    long share = (long) DenseKernel.panelRows(kept.out()) * kept.inputCount() / kept.in();
    int rows = (int) Math.max(1, share);
    return rows < PANEL_ROWS ? rows : rows - rows % PANEL_ROWS;
  }
}
