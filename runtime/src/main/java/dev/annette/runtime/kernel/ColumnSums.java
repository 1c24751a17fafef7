package dev.annette.runtime.kernel;

/** Sums of columns in double precision, for one share of them, on their way to a sink. */
final class ColumnSums {
  private static final int PANEL_SLOT = Scratch.PRODUCT;

  private ColumnSums() {}

  /** Hands {@code count} sums to a sink as floats; its first element is the one at offset. */
  static void handOver(double[] sums, int offset, int count, GradientSink sink, Scratch scratch) {
    float[] panel = scratch.floats(PANEL_SLOT, count);
    for (int j = 0; j < count; j++) {
      panel[j] = (float) sums[j];
    }
    sink.accept(panel, offset, count, scratch);
  }
}
