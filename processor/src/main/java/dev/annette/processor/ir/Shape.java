package dev.annette.processor.ir;

import java.util.List;

/**
 * The sizes of one row of numbers, without the batch: {@code [28, 28]}.
 *
 * @param sizes each at least 1
 */
public record Shape(List<Integer> sizes) {
  /** Copies the list of sizes. */
  public Shape {
    sizes = List.copyOf(sizes);
  }

  /** Returns the shape with these sizes. */
  public static Shape of(int... sizes) {
    return new Shape(java.util.Arrays.stream(sizes).boxed().toList());
  }

  /** Returns how many numbers there are; it may be more than an array can hold. */
  public long size() {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return sizes.toString();
  }
}
