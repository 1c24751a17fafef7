package dev.annette.runtime.data;

/** How arrays of rows grow while rows come in. */
public final class Growth {
  /** The longest array that every JVM has. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private Growth() {}

  /**
   * Returns for how many rows there should be room next: half as many again, or as many as an array
   * can hold.
   *
   * @param rows how many there is room for
   * @param width the numbers of a row
   * @throws IllegalArgumentException if an array cannot hold more rows
   */
  public static int of(int rows, int width) {
    int most = LONGEST / Math.max(1, width);
    if (rows >= most) {
      throw new IllegalArgumentException(
          "an array cannot hold more than %d rows of %d numbers; train on a stream of rows that are"
                  .formatted(rows, width)
              + " read anew for every pass: fit(() -> rows, training)");
    }
    return (int) Math.min(most, Math.max(64, rows + (rows >> 1) + 1L));
  }
}
