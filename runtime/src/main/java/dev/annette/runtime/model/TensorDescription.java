package dev.annette.runtime.model;

import java.util.List;

/**
 * One array of numbers that a network owns.
 *
 * @param name the layer and the part of it, {@code hidden.weights}
 * @param role what the numbers are for
 * @param shape the lengths of its dimensions, row-major, each at least 1; weights are {@code [in,
 *     out]}, embeddings {@code [categories, dims]}
 */
public record TensorDescription(String name, Role role, List<Integer> shape) {

  /** What the numbers of a tensor are for. */
  public enum Role {
    /** Learned, multiplied with values; what penalties act on. */
    WEIGHT,
    /** Learned, added to values. */
    BIAS,
    /** Learned, multiplied with values that were normalised; penalties leave it alone. */
    GAIN,
    /** Learned, a row of numbers for each category of a column. */
    EMBEDDING,
    /** Measured on the training rows rather than learned. */
    STATISTIC
  }

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the shape is empty, has a dimension below 1, or holds more
   *     numbers than an array can
   */
  public TensorDescription {
    shape = List.copyOf(shape);
    Shapes.size(name, shape);
  }

  /** Returns how many numbers the tensor holds: the product of its dimensions. */
  public int size() {
    return Shapes.size(name, shape);
  }

  /** Returns whether training changes the numbers by their gradient. */
  public boolean isLearned() {
    return role != Role.STATISTIC;
  }
}
