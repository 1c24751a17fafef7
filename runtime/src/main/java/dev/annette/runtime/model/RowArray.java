package dev.annette.runtime.model;

/** Arrays with a row for each row of a batch. */
public final class RowArray {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private RowArray() {}

  /**
   * Returns a new array {@code [rows, width]}.
   *
   * @throws IllegalArgumentException if it would be longer than a Java array can be
   */
  public static float[] allocate(int rows, int width) {
    long size = (long) rows * width;
    if (size > LARGEST) {
      throw new IllegalArgumentException(
          rows
              + " rows of "
              + width
              + " numbers do not fit in one array of at most "
              + LARGEST
              + " numbers; take batches of at most "
              + LARGEST / width
              + " rows");
    }
    return new float[(int) size];
  }
}
