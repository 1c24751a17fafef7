package dev.annette.processor.ir;

import dev.annette.Initializer;

/**
 * How a learned value starts.
 *
 * @param initializer the distribution
 * @param constant the number that {@link Initializer#CONSTANT} gives, or null
 */
public record InitSpec(Initializer initializer, Constant constant) {
  /** Returns a start from a distribution without a constant. */
  public static InitSpec of(Initializer initializer) {
    return new InitSpec(initializer, null);
  }
}
