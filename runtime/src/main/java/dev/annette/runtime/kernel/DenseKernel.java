package dev.annette.runtime.kernel;

/**
 * The products of a dense layer {@code y = x·w + bias} and of its backward pass.
 *
 * <p>Layouts, row-major: {@code x [batch, in]}, {@code w [in, out]}, {@code bias [out]}, {@code y
 * [batch, out]}. A gradient has the layout of its value. Row ranges {@code [from, to)} are rows of
 * the batch, in arrays that hold the whole batch.
 */
public final class DenseKernel {
  /** Gradients that a sink is handed at once: 48 KB, which stay in the nearest caches. */
  private static final int PANEL_FLOATS = 12288;

  /**
   * Rows of a panel that make it pay to read all output gradients for it, also if it is larger: as
   * many as a wide panel of 512-bit vectors has columns. Larger ones come in this multiple.
   */
  private static final int PAYING_PANEL_ROWS = 64;

  /** The largest panel for which that holds: 1 MB, which the second-level cache has room for. */
  private static final int LARGEST_PANEL_FLOATS = 262_144;

  /** Rows of a smaller panel come in this multiple, which fits the vector tiles. */
  private static final int PANEL_ROWS = 6;

  private static final int PANEL_SLOT = Scratch.PRODUCT;
  private static final int PACKED_SLOT = Scratch.PRODUCT + 1;

  private DenseKernel() {}

  /**
   * Writes {@code y[r][j] = bias[j] + Σ_k x[r][k]·w[k][j]}.
   *
   * @param bias {@code [out]}, or null for none
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
      Scratch scratch) {
    forward(Kernels.active(), x, w, null, bias, y, from, to, in, out, scratch);
  }

  /**
   * Writes the same by way of a given provider.
   *
   * @param packed the weights as that provider packed them, or null
   */
  static void forward(
      Kernels kernels,
      float[] x,
      float[] w,
      float[] packed,
      float[] bias,
      float[] y,
      int from,
      int to,
      int in,
      int out,
      Scratch scratch) {
    KernelChoice.worked((long) (to - from) * in * out);
    kernels.forward(
        x, from * in, in, w, packed, bias, y, from * out, out, to - from, in, out, scratch);
  }

  /** Writes the same for the weights of a model, {@code w [in, out]}, which may be pruned. */
  public static void forward(
      float[] x, WeightMatrix w, float[] bias, float[] y, int from, int to, Scratch scratch) {
    w.forward(x, bias, y, from, to, scratch);
  }

  /** Writes {@code dx[r][k] = Σ_j dy[r][j]·w[k][j]}. */
  public static void inputGradient(
      float[] dy, float[] w, float[] dx, int from, int to, int in, int out, Scratch scratch) {
    Kernels.active()
        .inputGradient(dy, from * out, out, w, dx, from * in, in, to - from, in, out, scratch);
  }

  /**
   * Hands {@code dw[k][j] = Σ_r x[r][k]·dy[r][j]} to the sink, a few whole rows of {@code dw} at a
   * time: of {@code parts} even shares of the rows, the one numbered {@code part}.
   *
   * @param rows the rows of the batch
   */
  public static void weightGradient(
      float[] x,
      float[] dy,
      int rows,
      int in,
      int out,
      GradientSink sink,
      int part,
      int parts,
      Scratch scratch) {
    weightGradient(Kernels.active(), x, dy, rows, in, out, sink, part, parts, scratch);
  }

  static void weightGradient(
      Kernels kernels,
      float[] x,
      float[] dy,
      int rows,
      int in,
      int out,
      GradientSink sink,
      int part,
      int parts,
      Scratch scratch) {
    int end = boundary(in, part + 1, parts);
    int start = boundary(in, part, parts);
    if (start == end) {
      return;
    }
    int panelRows = Math.min(end - start, panelRows(out));
    float[] panel = scratch.floats(PANEL_SLOT, panelRows * out);
    float[] packed = scratch.floats(PACKED_SLOT, kernels.packedSize(rows, out));
    kernels.pack(dy, rows, panelRows, out, packed, scratch);
    for (int k = start; k < end; k += panelRows) {
      int next = Math.min(end, k + panelRows);
      kernels.weightGradient(x, packed, rows, in, out, k, next, panel, scratch);
      sink.accept(panel, k * out, (next - k) * out, scratch);
    }
  }

  /**
   * Hands {@code db[j] = Σ_r dy[r][j]} to the sink: of {@code parts} even shares of the columns,
   * the one numbered {@code part}.
   */
  public static void biasGradient(
      float[] dy, int rows, int out, GradientSink sink, int part, int parts, Scratch scratch) {
    int start = boundary(out, part, parts);
    int count = boundary(out, part + 1, parts) - start;
    if (count == 0) {
      return;
    }
    float[] sums = scratch.floats(PANEL_SLOT, count);
    Kernels.active().columnSums(dy, rows, out, start, count, sums);
    sink.accept(sums, start, count, scratch);
  }

  /** Returns how many rows of a weight gradient a sink is handed at once. */
  static int panelRows(int out) {
    int paying = Math.min(PAYING_PANEL_ROWS, LARGEST_PANEL_FLOATS / out);
    int rows = Math.max(Math.max(paying, PANEL_FLOATS / out), 1);
    int multiple = rows < PAYING_PANEL_ROWS ? PANEL_ROWS : PAYING_PANEL_ROWS;
    return rows < PANEL_ROWS ? rows : rows - rows % multiple;
  }

  /** Returns where a share of a size begins: as evenly as it goes. */
  static int boundary(int size, int part, int parts) {
    return (int) ((long) size * part / parts);
  }
}
