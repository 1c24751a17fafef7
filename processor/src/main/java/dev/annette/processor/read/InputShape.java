package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Shape;
import java.math.BigInteger;
import java.util.List;

/** The shape of a row of features, as {@code @Network(input = …)} says it. */
final class InputShape {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private InputShape() {}

  /** Returns the shape, or a small one in its place where it cannot be; reports why not. */
  static Shape of(MirrorAttributes network) {
    List<Integer> sizes = network.counts("input", "input says how many features a row has");
    if (!network.isWritten("input")) {
      network.report(
          Problem.MISSING,
          network.origin(),
          "@Network on "
              + network.field()
              + " does not say what a row is. Write how many numbers it has, such as input = 64, or"
              + " its type, such as rows = Passenger.class.");
      return Shape.of(1);
    }
    if (sizes.isEmpty()) {
      network.report(
          Problem.MISSING,
          network.origin("input"),
          network.source("input")
              + " on "
              + network.field()
              + " gives a row no features. Write how many numbers a row has, such as input = 64.");
      return Shape.of(1);
    }
    BigInteger size =
        sizes.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    if (size.compareTo(BigInteger.valueOf(LARGEST_ARRAY)) > 0) {
      network.report(
          Problem.TOO_LARGE,
          network.origin("input"),
          network.source("input")
              + " on "
              + network.field()
              + ": a row would have "
              + (size.bitLength() < Long.SIZE ? size : "more than " + Long.MAX_VALUE)
              + " features, but a Java array holds at most "
              + LARGEST_ARRAY
              + " numbers. Write a smaller shape.");
      return Shape.of(1);
    }
    return new Shape(sizes);
  }
}
