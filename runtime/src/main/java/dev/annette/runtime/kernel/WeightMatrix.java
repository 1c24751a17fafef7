package dev.annette.runtime.kernel;

/**
 * The weights of a dense layer as a model reads them. What is exactly 0 is left out wherever that
 * is faster, with the same bits: inputs of a single row, and the weights of a pruned model.
 *
 * <p>Why the bits are the same: a term {@code x·0} or {@code 0·w} with finite numbers is a zero,
 * and adding a zero changes no sum but one of −0, which becomes +0. The sign of a zero is forgotten
 * with the next term that is not 0. So what was left out shows only where a sum ends as −0, or
 * where x is not finite; there all terms are added.
 */
public final class WeightMatrix {
  /** The share of weights that must be left for a smaller matrix to be worth copying rows. */
  private static final double SMALLER = 0.75;

  /**
   * The largest packed copy that is kept: 4 MB, as a model should not take much more memory than
   * its parameters. The copy of a narrow layer is larger than its weights.
   */
  private static final int LARGEST_PACKED = 1 << 20;

  private static final int LARGEST_FINITE = Float.floatToRawIntBits(Float.MAX_VALUE);

  private final float[] all; // [in, out]
  private final int in;
  private final int out;

  /** Null unless whole inputs or units are without weights. */
  private final CompactProduct compact;

  /** Null where too many weights are left to be taken one by one. */
  private final SparseProduct sparse;

  /** Whether a row may leave out inputs that are 0: it is wide enough, and all are finite. */
  private final boolean leavesInputsOut;

  /**
   * The weights as the provider in use wants them for several rows; null until those come. Threads
   * that find none at the same time all make one, with the same contents.
   */
  private Packed packed;

  /**
   * What {@link Kernels#packWeights} wrote before this was made: so a thread that sees this sees
   * all of it, as fields of a record are final.
   *
   * @param weights {@code [packedWeightsSize]}
   */
  private record Packed(Kernels by, float[] weights) {}

  private WeightMatrix(float[] weights, int in, int out, boolean pruned) {
    this.all = weights;
    this.in = in;
    this.out = out;
    this.leavesInputsOut = out >= NonzeroInputs.UNITS && finite(weights, 0, in * out);
    this.compact = pruned ? smaller() : null;
    this.sparse = pruned ? sparse() : null;
  }

  private CompactProduct smaller() {
    CompactProduct smaller = new CompactProduct(all, in, out);
    return smaller.size() <= SMALLER * all.length ? smaller : null;
  }

  private SparseProduct sparse() {
    int left = 0;
    for (float weight : all) {
      left += weight == 0 ? 0 : 1;
    }
    return left <= SparseProduct.MOST * denseSize() ? new SparseProduct(all, in, out) : null;
  }

  /**
   * Returns the weights of a layer.
   *
   * @param weights {@code [in, out]}; not copied, so they must not change any more
   * @param pruned whether to leave out zeros
   */
  public static WeightMatrix of(float[] weights, int in, int out, boolean pruned) {
    return new WeightMatrix(weights, in, out, pruned);
  }

  /** Returns how many weights a product multiplies with that does not take them one by one. */
  private int denseSize() {
    return compact == null ? all.length : compact.size();
  }

  /** Writes the rows {@code [from, to)} of {@code y = x·w + bias}, as {@link DenseKernel} does. */
  void forward(float[] x, float[] bias, float[] y, int from, int to, Scratch scratch) {
    ZeroSkipping product = product(to - from);
    if (product == null && leavesInputsOut(x, from, to)) {
      NonzeroInputs.forward(x, from * in, all, bias, y, from * out, in, out, scratch);
      restoreSigns(x, bias, y, from, to);
    } else {
      forward(product, x, bias, y, from, to, scratch);
    }
  }

  private boolean leavesInputsOut(float[] x, int from, int to) {
    return leavesInputsOut && to == from + 1 && NonzeroInputs.pay(x, from * in, in);
  }

  /** Writes rows by way of one of the products of these weights, or of none. */
  void forward(
      ZeroSkipping product, float[] x, float[] bias, float[] y, int from, int to, Scratch scratch) {
    if (product != null && finite(x, from * in, to * in)) {
      product.forward(x, bias, y, from, to, scratch);
      restoreSigns(x, bias, y, from, to);
      return;
    }
    Kernels kernels = Kernels.active();
    float[] copy = product == null && to > from + 1 ? packed(kernels, to - from) : null;
    DenseKernel.forward(kernels, x, all, copy, bias, y, from, to, in, out, scratch);
  }

  /** Returns the packed weights, or null if a product of so many rows is made without. */
  float[] packed(Kernels kernels, int rows) {
    Packed found = packed;
    if (found != null && found.by == kernels) {
      return found.weights;
    }
    // the size of a larger copy might not be an int
    int size = all.length > LARGEST_PACKED ? 0 : kernels.packedWeightsSize(rows, in, out);
    if (size == 0 || size > LARGEST_PACKED) {
      return null;
    }
    float[] weights = new float[size];
    kernels.packWeights(all, in, out, weights);
    packed = new Packed(kernels, weights);
    return weights;
  }

  /** Returns the fastest product of this many rows, or null for that of all weights. */
  ZeroSkipping product(int rows) {
    if (sparse != null && sparse.size() <= SparseProduct.share(rows, denseSize()) * denseSize()) {
      return sparse;
    }
    return compact;
  }

  /** Adds all terms of the sums that ended as −0. */
  private void restoreSigns(float[] x, float[] bias, float[] y, int from, int to) {
    for (int i = from * out; i < to * out; i++) {
      if (Float.floatToRawIntBits(y[i]) == Integer.MIN_VALUE) {
        int unit = i % out;
        float sum = bias == null ? 0 : bias[unit];
        for (int k = 0; k < in; k++) {
          sum = Math.fma(x[i / out * in + k], all[k * out + unit], sum);
        }
        y[i] = sum;
      }
    }
  }

  /** Returns whether all are finite: the exponent of any other number is the largest there is. */
  private static boolean finite(float[] x, int from, int to) {
    int largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Float.floatToRawIntBits(x[i]) & Integer.MAX_VALUE);
    }
    return largest <= LARGEST_FINITE;
  }
}
