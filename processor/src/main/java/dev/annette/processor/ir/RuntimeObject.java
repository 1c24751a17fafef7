package dev.annette.processor.ir;

import java.util.List;

/**
 * A call of a constructor of the runtime, as data. A test proves that every class referred to has
 * such a constructor.
 *
 * @param className the class, qualified
 * @param arguments what it is given, in order
 */
public record RuntimeObject(String className, List<Operand> arguments) {
  private static final String TRAIN = "dev.annette.runtime.train.";

  /** Copies the list of arguments. */
  public RuntimeObject {
    arguments = List.copyOf(arguments);
  }

  /** Returns a penalty of the runtime by its simple name. */
  public static RuntimeObject penalty(String simpleName, Operand... arguments) {
    return new RuntimeObject(TRAIN + "penalty." + simpleName, List.of(arguments));
  }

  /** Returns a constraint of the runtime by its simple name. */
  public static RuntimeObject constraint(String simpleName, Operand... arguments) {
    return new RuntimeObject(TRAIN + "constraint." + simpleName, List.of(arguments));
  }
}
