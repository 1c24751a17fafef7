package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * The temporary arrays of one thread, found again by slot number.
 *
 * <p>Slots below {@link #PRODUCT} are free for any caller for the length of its own call. The slots
 * from {@link #PRODUCT} on belong to the products of {@link DenseKernel}, which stay in use while a
 * {@link GradientSink} runs: first those of the callers, then from {@code PRODUCT + 4} on those of
 * the providers, and from {@link #KEPT} on those of products of kept sub-matrices, which stay in
 * use while a provider runs. Those from {@link #UPDATE} on belong to the parameter updates.
 */
public final class Scratch {
  /** First slot of the products, {@value}. */
  public static final int PRODUCT = 32;

  /** First slot of the products of kept sub-matrices, {@value}. */
  static final int KEPT = 52;

  /** First slot of the parameter updates, {@value}. */
  public static final int UPDATE = 64;

  private float[][] slots = new float[UPDATE + 8][];
  private int[][] intSlots = new int[0][];
  private double[][] doubleSlots = new double[0][];
  private float[][][] rowSlots = new float[0][][];

  /**
   * Returns the array of a slot, {@code [at least size]}, contents undefined: the same one as the
   * last time if that was large enough, so nothing is allocated once every size has been seen.
   */
  public float[] floats(int slot, int size) {
    if (slot >= slots.length) {
      slots = Arrays.copyOf(slots, slot + 1);
    }
    float[] array = slots[slot];
    if (array == null || array.length < size) {
      array = new float[size];
      slots[slot] = array;
    }
    return array;
  }

  /** Returns the array of whole numbers of a slot, as {@link #floats} does; the two are apart. */
  public int[] ints(int slot, int size) {
    if (slot >= intSlots.length) {
      intSlots = Arrays.copyOf(intSlots, slot + 1);
    }
    int[] array = intSlots[slot];
    if (array == null || array.length < size) {
      array = new int[size];
      intSlots[slot] = array;
    }
    return array;
  }

  /** Returns the array of doubles of a slot, as {@link #floats} does; the two are apart. */
  public double[] doubles(int slot, int size) {
    if (slot >= doubleSlots.length) {
      doubleSlots = Arrays.copyOf(doubleSlots, slot + 1);
    }
    double[] array = doubleSlots[slot];
    if (array == null || array.length < size) {
      array = new double[size];
      doubleSlots[slot] = array;
    }
    return array;
  }

  /**
   * Returns the array of doubles of a slot, exactly {@code size} long, contents undefined; shared
   * with {@link #doubles}. Nothing is allocated while the sizes asked for stay the same.
   */
  public double[] exactDoubles(int slot, int size) {
    double[] array = doubles(slot, size);
    if (array.length != size) {
      array = new double[size];
      doubleSlots[slot] = array;
    }
    return array;
  }

  /**
   * Returns the rows of a slot, {@code [at least count]} arrays {@code [size]} apart from those of
   * {@link #floats}: a slot's size is the same every time.
   */
  public float[][] rows(int slot, int count, int size) {
    if (slot >= rowSlots.length) {
      rowSlots = Arrays.copyOf(rowSlots, slot + 1);
    }
    float[][] rows = rowSlots[slot];
    int present = rows == null ? 0 : rows.length;
    if (present < count) {
      rows = rows == null ? new float[count][] : Arrays.copyOf(rows, count);
      for (int i = present; i < count; i++) {
        rows[i] = new float[size];
      }
      rowSlots[slot] = rows;
    }
    return rows;
  }
}
