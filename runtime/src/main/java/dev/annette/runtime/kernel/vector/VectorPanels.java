package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.Scratch;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies of a matrix in panels: blocks of columns in which the rows follow one another, so a tile
 * reads memory in order.
 *
 * <p>The panels of a matrix with n columns are as many wide ones ({@code [depth, WIDE]}) as fit. Of
 * the other columns, where there are many registers, at most one panel of half that width, then
 * narrow ones ({@code [depth, NARROW]}), else one wide one; beyond the last column the panel may
 * hold anything. The panel that starts at column j lies at {@code j·depth}.
 */
final class VectorPanels {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int WIDE = VectorMatrix.WIDE;
  private static final int MIDDLE = VectorMatrix.MIDDLE;
  private static final int NARROW = VectorMatrix.NARROW;
  private static final int LEAST = VectorMatrix.LEAST;

  /**
   * Rows that are copied into all wide panels before the next, as many as {@link #copyWide} copies
   * at once: memory is read in order, also where each row of a large matrix lies on a page of its
   * own.
   */
  private static final int ROWS = 4;

  /**
   * Elements that are copied at once: so many that memory is read in order, and so few that panels
   * stay near.
   */
  private static final int COPIED = 1024 * 128;

  private VectorPanels() {}

  /** Returns whether a matrix with so many columns is a panel as it is. */
  static boolean isPanel(int columns) {
    return columns == width(0, columns);
  }

  /** Returns the room for the panels of {@code [depth, columns]}. */
  static int size(int depth, int columns) {
    return depth * ((columns + LEAST - 1) / LEAST * LEAST);
  }

  /** Returns how many columns of a matrix are copied at once: whole wide panels. */
  static int columnsAtOnce(int depth) {
    return Math.max(WIDE, COPIED / depth / WIDE * WIDE);
  }

  /** Returns the columns of the panel at column {@code j} of {@code columns}. */
  static int width(int j, int columns) {
    if (j + WIDE <= columns || !VectorMatrix.MANY_REGISTERS) {
      return WIDE;
    }
    return j + MIDDLE <= columns ? MIDDLE : NARROW;
  }

  /**
   * Writes the panels of {@code b [depth, columns]}, whose row k starts at {@code from + k·stride}.
   */
  static void copy(float[] b, int from, int stride, int depth, int columns, float[] panels) {
    int wide = columns - columns % WIDE;
    for (int k = 0; k < depth; k += ROWS) {
      int rows = Math.min(ROWS, depth - k);
      for (int j = 0; j < wide; j += WIDE) {
        copyWide(b, from + k * stride + j, stride, rows, panels, j * depth + k * WIDE);
      }
    }
    for (int j = wide; j < columns; j += width(j, columns)) {
      copyRest(b, from + j, stride, depth, columns - j, panels, j * depth);
    }
  }

  /** Writes the panel of the first of {@code columns} columns, fewer than a wide one has. */
  private static void copyRest(
      float[] b, int from, int stride, int depth, int columns, float[] panel, int at) {
    if (columns < width(0, columns)) {
      VectorPadding.pad(b, from, stride, depth, columns, panel, at, LEAST);
    } else if (columns >= MIDDLE) {
      copyMiddle(b, from, stride, depth, panel, at);
    } else {
      copyNarrow(b, from, stride, depth, panel, at);
    }
  }

  /**
   * Copies four rows at once: so the method is too long to be inlined. Within its callers C2 of JDK
   * 17 sometimes makes an object of each vector.
   */
  private static void copyWide(float[] b, int from, int stride, int depth, float[] panel, int at) {
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      int source0 = from + k * stride;
      int target0 = at + k * WIDE;
      FloatVector p0 = FloatVector.fromArray(SPECIES, b, source0);
      FloatVector q0 = FloatVector.fromArray(SPECIES, b, source0 + LANES);
      FloatVector r0 = FloatVector.fromArray(SPECIES, b, source0 + 2 * LANES);
      FloatVector s0 = FloatVector.fromArray(SPECIES, b, source0 + 3 * LANES);
      p0.intoArray(panel, target0);
      q0.intoArray(panel, target0 + LANES);
      r0.intoArray(panel, target0 + 2 * LANES);
      s0.intoArray(panel, target0 + 3 * LANES);
      int source1 = from + (k + 1) * stride;
      int target1 = at + (k + 1) * WIDE;
      FloatVector p1 = FloatVector.fromArray(SPECIES, b, source1);
      FloatVector q1 = FloatVector.fromArray(SPECIES, b, source1 + LANES);
      FloatVector r1 = FloatVector.fromArray(SPECIES, b, source1 + 2 * LANES);
      FloatVector s1 = FloatVector.fromArray(SPECIES, b, source1 + 3 * LANES);
      p1.intoArray(panel, target1);
      q1.intoArray(panel, target1 + LANES);
      r1.intoArray(panel, target1 + 2 * LANES);
      s1.intoArray(panel, target1 + 3 * LANES);
      int source2 = from + (k + 2) * stride;
      int target2 = at + (k + 2) * WIDE;
      FloatVector p2 = FloatVector.fromArray(SPECIES, b, source2);
      FloatVector q2 = FloatVector.fromArray(SPECIES, b, source2 + LANES);
      FloatVector r2 = FloatVector.fromArray(SPECIES, b, source2 + 2 * LANES);
      FloatVector s2 = FloatVector.fromArray(SPECIES, b, source2 + 3 * LANES);
      p2.intoArray(panel, target2);
      q2.intoArray(panel, target2 + LANES);
      r2.intoArray(panel, target2 + 2 * LANES);
      s2.intoArray(panel, target2 + 3 * LANES);
      int source3 = from + (k + 3) * stride;
      int target3 = at + (k + 3) * WIDE;
      FloatVector p3 = FloatVector.fromArray(SPECIES, b, source3);
      FloatVector q3 = FloatVector.fromArray(SPECIES, b, source3 + LANES);
      FloatVector r3 = FloatVector.fromArray(SPECIES, b, source3 + 2 * LANES);
      FloatVector s3 = FloatVector.fromArray(SPECIES, b, source3 + 3 * LANES);
      p3.intoArray(panel, target3);
      q3.intoArray(panel, target3 + LANES);
      r3.intoArray(panel, target3 + 2 * LANES);
      s3.intoArray(panel, target3 + 3 * LANES);
    }
    for (; k < depth; k++) {
      System.arraycopy(b, from + k * stride, panel, at + k * WIDE, WIDE);
    }
  }

  private static void copyMiddle(
      float[] b, int from, int stride, int depth, float[] panel, int at) {
    for (int k = 0; k < depth; k++) {
      int source = from + k * stride;
      int target = at + k * MIDDLE;
      FloatVector p = FloatVector.fromArray(SPECIES, b, source);
      FloatVector q = FloatVector.fromArray(SPECIES, b, source + LANES);
      p.intoArray(panel, target);
      q.intoArray(panel, target + LANES);
    }
  }

  private static void copyNarrow(
      float[] b, int from, int stride, int depth, float[] panel, int at) {
    for (int k = 0; k < depth; k++) {
      FloatVector.fromArray(SPECIES, b, from + k * stride).intoArray(panel, at + k * NARROW);
    }
  }

  /**
   * Writes the panels of the transpose of {@code b [columns, depth]}, whose row j starts at {@code
   * from + j·stride}.
   */
  static void copyTransposed(
      float[] b, int from, int stride, int depth, int columns, float[] panels, Scratch scratch) {
    for (int j = 0; j < columns; j += width(j, columns)) {
      int width = width(j, columns);
      int used = Math.min(columns - j, width);
      int row = from + j * stride;
      VectorTranspose.write(b, row, stride, used, depth, panels, j * depth, width, scratch);
    }
  }
}
