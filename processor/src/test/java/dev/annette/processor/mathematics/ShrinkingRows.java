package dev.annette.processor.mathematics;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowSource;
import java.io.IOException;

/** Rows that are all there in the first pass, while a later one gives only some. */
final class ShrinkingRows implements RowSource {
  private static final int GOOD_PASSES = 1;

  private final Dataset rows;
  private final int left;
  private final IOException end;
  private int passes;

  /**
   * Creates the rows.
   *
   * @param left how many a later pass gives
   * @param end how it ends; null for no more rows
   */
  ShrinkingRows(Dataset rows, int left, IOException end) {
    this.rows = rows;
    this.left = left;
    this.end = end;
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public int targetWidth() {
    return rows.targetWidth();
  }

  @Override
  public boolean isWeighted() {
    return false;
  }

  @Override
  public Pass open() {
    int count = ++passes > GOOD_PASSES ? left : rows.rows();
    return new Pass() {
      private int next;

      @Override
      public boolean next(int at, float[] features, float[] targets, int[] labels, float[] weights)
          throws IOException {
        if (next == count) {
          if (count < rows.rows() && end != null) {
            throw end;
          }
          return false;
        }
        rows.copyRow(next, features, at * width());
        for (int i = 0; i < targetWidth(); i++) {
          targets[at * targetWidth() + i] = rows.target(next, i);
        }
        next++;
        return true;
      }

      @Override
      public void close() {}
    };
  }
}
