package dev.annette.runtime.model;

import java.util.List;

/** The rules that every shape keeps. */
final class Shapes {
  private Shapes() {}

  /**
   * Returns the product of the dimensions.
   *
   * @throws IllegalArgumentException if there are none, one is below 1, or the product is more than
   *     an array can hold
   */
  static int size(String owner, List<Integer> shape) {
    if (shape.isEmpty()) {
      throw new IllegalArgumentException(owner + " has no dimensions; a shape needs at least one");
    }
    long size = 1;
    for (int dimension : shape) {
      if (dimension < 1) {
        throw new IllegalArgumentException(
            owner + " has shape " + shape + "; every dimension must be at least 1");
      }
      size *= dimension;
      if (size > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            owner + " has shape " + shape + ", more numbers than an array can hold");
      }
    }
    return (int) size;
  }
}
