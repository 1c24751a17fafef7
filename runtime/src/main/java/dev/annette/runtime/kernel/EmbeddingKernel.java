package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * The numbers of a category in the place of its index: {@code y = (x before the column, table[x], x
 * behind it)}.
 *
 * <p>Layouts, row-major: {@code x [batch, in]}, {@code table [categories, dims]}, {@code y [batch,
 * in − 1 + dims]}. The feature {@code x[r][column]} is 0 for no category, whose numbers are 0, and
 * from 1 on for the rows of the table. A gradient has the layout of its value. Row ranges {@code
 * [from, to)} are rows of the batch, in arrays that hold the whole batch.
 */
public final class EmbeddingKernel {
  private static final int PANEL_SLOT = Scratch.PRODUCT;

  private EmbeddingKernel() {}

  /**
   * Writes the rows {@code [from, to)} of {@code y}.
   *
   * @param name the layer, for messages
   * @throws IllegalArgumentException naming layer and value of an index that is no whole number
   *     from 0 to {@code categories}
   */
  public static void forward(
      float[] x,
      float[] table,
      float[] y,
      int from,
      int to,
      int in,
      int column,
      int categories,
      int dims,
      String name) {
    int out = in - 1 + dims;
    int behind = in - 1 - column;
    for (int r = from; r < to; r++) {
      int category = category(x[r * in + column], categories, name);
      int numbers = r * out + column;
      System.arraycopy(x, r * in, y, r * out, column);
      if (category == 0) {
        Arrays.fill(y, numbers, numbers + dims, 0);
      } else {
        System.arraycopy(table, (category - 1) * dims, y, numbers, dims);
      }
      System.arraycopy(x, r * in + column + 1, y, numbers + dims, behind);
    }
  }

  /**
   * Writes the rows {@code [from, to)} of {@code dx}: {@code dy} beside the column, and 0 for the
   * index, between whose values there is nothing.
   */
  public static void inputGradient(
      float[] dy, float[] dx, int from, int to, int in, int column, int dims) {
    int out = in - 1 + dims;
    for (int r = from; r < to; r++) {
      System.arraycopy(dy, r * out, dx, r * in, column);
      dx[r * in + column] = 0;
      System.arraycopy(dy, r * out + column + dims, dx, r * in + column + 1, in - 1 - column);
    }
  }

  /**
   * Hands {@code dtable[c] = Σ dy[r][column … column + dims)} over the rows of category c, in
   * ascending order, to the sink, a few categories at a time: of {@code parts} even shares of the
   * categories, the one numbered {@code part}.
   *
   * @param rows the rows of the batch
   */
  public static void tableGradient(
      float[] x,
      float[] dy,
      int rows,
      int in,
      int column,
      int categories,
      int dims,
      GradientSink sink,
      int part,
      int parts,
      Scratch scratch) {
    int start = DenseKernel.boundary(categories, part, parts);
    int end = DenseKernel.boundary(categories, part + 1, parts);
    if (start == end) {
      return;
    }
    int panelRows = Math.min(end - start, DenseKernel.panelRows(dims));
    float[] panel = scratch.floats(PANEL_SLOT, panelRows * dims);
    for (int first = start; first < end; first += panelRows) {
      int next = Math.min(end, first + panelRows);
      sum(x, dy, rows, in, column, first, next, dims, panel);
      sink.accept(panel, first * dims, (next - first) * dims, scratch);
    }
  }

  /** Writes the gradient of the categories {@code [first, next)}, {@code [next − first, dims]}. */
  private static void sum(
      float[] x,
      float[] dy,
      int rows,
      int in,
      int column,
      int first,
      int next,
      int dims,
      float[] panel) {
    int out = in - 1 + dims;
    Arrays.fill(panel, 0, (next - first) * dims, 0);
    for (int r = 0; r < rows; r++) {
      int category = (int) x[r * in + column] - 1;
      if (category >= first && category < next) {
        int sums = (category - first) * dims;
        int numbers = r * out + column;
        for (int j = 0; j < dims; j++) {
          panel[sums + j] += dy[numbers + j];
        }
      }
    }
  }

  private static int category(float index, int categories, String name) {
    int category = (int) index;
    if (category != index || category < 0 || category > categories) {
      throw new IllegalArgumentException(
          "%s: %s is the index of no category; it is 0 where there is none, or a whole number up to "
                  .formatted(name, index)
              + categories);
    }
    return category;
  }
}
