package dev.annette.processor.ir;

import java.util.List;

/**
 * A call of a constructor in the runtime's package of rows, as data.
 *
 * @param className the class, simple: {@code MinMaxScaling}
 * @param arguments Doubles, in order
 */
public record ColumnCall(String className, List<Double> arguments) {
  /** Copies the arguments. */
  public ColumnCall {
    arguments = List.copyOf(arguments);
  }

  /** Returns a call of a constructor. */
  public static ColumnCall of(String className, Double... arguments) {
    return new ColumnCall(className, List.of(arguments));
  }
}
