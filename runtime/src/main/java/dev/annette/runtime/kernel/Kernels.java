package dev.annette.runtime.kernel;

/**
 * The hot routines on plain arrays, for one thread; every provider gives the same bits.
 *
 * <p>Matrices are row-major. An argument pair {@code aFrom, aStride} says that row r of the matrix
 * starts at {@code a[aFrom + r·aStride]}. Outputs of products are one chain of {@link Math#fma}
 * over the ascending reduction index. Sizes of matrices are 1 or more.
 */
public interface Kernels {
  /**
   * Returns the provider to use now. Another may take its place later, so calls that belong
   * together, like {@link #pack} and {@link #weightGradient}, ask for it once.
   */
  static Kernels active() {
    return KernelChoice.active();
  }

  /** Returns whether the module of the vector kernels is present, used or not. */
  static boolean vectorsPresent() {
    return KernelChoice.modulePresent();
  }

  /** Returns whether faster kernels are being compiled, to take the place of the active ones. */
  static boolean warming() {
    return KernelChoice.warming();
  }

  /** Returns the provider's name: {@code scalar} or {@code vector}. */
  String name();

  /** Returns the bits of the vectors that the provider asks for itself; 0 if it asks for none. */
  int vectorBits();

  /**
   * Writes {@code y[r][j] = bias[j] + Σ_k x[r][k]·w[k][j]}.
   *
   * @param x {@code [rows, in]}
   * @param w {@code [in, out]}, contiguous
   * @param bias {@code [out]}, or null for +0
   * @param y {@code [rows, out]}
   */
  default void forward(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      float[] bias,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch) {
    forward(x, xFrom, xStride, w, null, bias, y, yFrom, yStride, rows, in, out, scratch);
  }

  /**
   * Writes the same.
   *
   * @param packed the weights as {@link #packWeights} of this provider left them, so that they need
   *     not be copied for the product, or null; they may come with any number of rows
   */
  void forward(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      float[] packed,
      float[] bias,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int in,
      int out,
      Scratch scratch);

  /**
   * Returns the room that {@link #packWeights} needs, or 0 if the provider takes such weights as
   * they are for a product of so many rows. Where it is not 0, it is the same for all rows.
   */
  int packedWeightsSize(int rows, int in, int out);

  /**
   * Copies weights into the provider's own layout, if it has one, to be kept as long as they do not
   * change.
   *
   * @param w {@code [in, out]}, contiguous
   * @param packed {@code [packedWeightsSize]}, of a number of rows for which that is not 0
   */
  void packWeights(float[] w, int in, int out, float[] packed);

  /**
   * Adds {@code Σ x[k]·w[k][j]} to {@code y[j]}, over some inputs k of one row.
   *
   * @param x the row, from {@code xFrom} on
   * @param inputs the first {@code count} are the inputs k, ascending
   * @param w {@code [in, out]}, contiguous
   * @param y {@code [out]}, from {@code yFrom} on
   */
  void addInputs(
      float[] x,
      int xFrom,
      int[] inputs,
      int count,
      float[] w,
      float[] y,
      int yFrom,
      int out,
      Scratch scratch);

  /**
   * Writes {@code dx[r][k] = Σ_j dy[r][j]·w[k][j]}, from +0.
   *
   * @param dy {@code [rows, out]}
   * @param w {@code [in, out]}, contiguous
   * @param dx {@code [rows, in]}
   */
  void inputGradient(
      float[] dy,
      int dyFrom,
      int dyStride,
      float[] w,
      float[] dx,
      int dxFrom,
      int dxStride,
      int rows,
      int in,
      int out,
      Scratch scratch);

  /** Returns the room that {@link #pack} needs for {@code [rows, out]}. */
  int packedSize(int rows, int out);

  /**
   * Copies output gradients into the provider's own layout, for {@link #weightGradient}.
   *
   * @param dy {@code [rows, out]}, contiguous
   * @param inputs how many inputs' gradients each {@link #weightGradient} from it will write
   * @param packed {@code [packedSize(rows, out)]}
   * @param scratch the same as for the gradients that follow; no other product may use it between
   */
  void pack(float[] dy, int rows, int inputs, int out, float[] packed, Scratch scratch);

  /**
   * Writes the rows {@code [kFrom, kTo)} of {@code dw[k][j] = Σ_r x[r][k]·dy[r][j]}, from +0.
   *
   * @param x {@code [rows, in]}, contiguous
   * @param packed the output gradients as {@link #pack} left them, with the same scratch
   * @param panel {@code [kTo - kFrom, out]}, contiguous from 0
   */
  void weightGradient(
      float[] x,
      float[] packed,
      int rows,
      int in,
      int out,
      int kFrom,
      int kTo,
      float[] panel,
      Scratch scratch);

  /**
   * Writes {@code sums[j] = Σ_r a[r][first + j]} for j below {@code count}: a chain of additions
   * over ascending rows, from +0.
   *
   * @param a {@code [rows, columns]}, contiguous
   */
  void columnSums(float[] a, int rows, int columns, int first, int count, float[] sums);

  /**
   * Updates {@code w[offset, offset + count)} by plain gradient descent.
   *
   * @param gradient {@code [count]} from 0; may be overwritten
   */
  void sgd(
      float[] w, int offset, float[] gradient, int count, UpdateCoefficients c, Scratch scratch);

  /**
   * Updates weights by gradient descent with heavy-ball momentum.
   *
   * @param velocity PyTorch's momentum buffer, at the offset of {@code w}; 0 before the first step
   */
  void momentum(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch);

  /** Updates weights by gradient descent with Nesterov's momentum; arguments as for momentum. */
  void nesterov(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch);

  /**
   * Updates weights by RMSProp.
   *
   * @param square the running average of squared gradients, at the offset of {@code w}
   */
  void rmsProp(
      float[] w,
      float[] square,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch);

  /**
   * Updates weights by Adam, or AdamW where a decoupled decay is set.
   *
   * @param first the running average of gradients, at the offset of {@code w}
   * @param second the running average of squared gradients, at the offset of {@code w}
   */
  void adam(
      float[] w,
      float[] first,
      float[] second,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch);

  /**
   * Writes {@code mask[e]} for the elements {@code [first, first + count)}: 0 where the element's
   * 16 random bits are below {@code dropped}, else {@code multiplier}.
   */
  void dropoutMask(
      float[] mask, int first, int count, int dropped, float multiplier, long key, Scratch scratch);

  /**
   * Writes normal numbers, two for every pair of random words, as {@link NormalNumbers} says.
   *
   * @param first {@code [16·blocks]}, the words that decide how far a number is from 0
   * @param second {@code [16·blocks]}, the words that decide in which direction
   * @param y {@code [32·blocks]} from {@code yFrom} on: for each block the 16 numbers along the
   *     first axis, then the 16 along the second
   */
  void normals(
      int[] first, int[] second, int blocks, float mean, float deviation, float[] y, int yFrom);

  /**
   * Writes {@link FloatMath#exp} of {@code count} numbers; {@code y} may be {@code x} at the same
   * index.
   */
  void exp(float[] x, int xFrom, float[] y, int yFrom, int count);

  /** Writes {@link FloatMath#log} of {@code count} numbers; arguments as for exp. */
  void log(float[] x, int xFrom, float[] y, int yFrom, int count);

  /** Writes {@link FloatMath#tanh} of {@code count} numbers; arguments as for exp. */
  void tanh(float[] x, int xFrom, float[] y, int yFrom, int count);
}
