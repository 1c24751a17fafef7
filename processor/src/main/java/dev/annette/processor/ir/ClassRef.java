package dev.annette.processor.ir;

import java.util.List;

/**
 * A class that the user wrote: it declares a network, or computes a loss or penalty.
 *
 * @param packageName its package, empty for the unnamed one
 * @param simpleNames the names of the classes around it, outermost first, and its own
 * @param isPublic whether it and all classes around it are public
 */
public record ClassRef(String packageName, List<String> simpleNames, boolean isPublic) {
  /** Copies the list of names. */
  public ClassRef {
    simpleNames = List.copyOf(simpleNames);
  }

  /** Returns its own name: {@code Inner}. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** Returns the name as Java writes it: {@code com.example.Outer.Inner}. */
  public String canonicalName() {
    return qualified(String.join(".", simpleNames));
  }

  @Override
  public String toString() {
    return canonicalName();
  }

  /** Returns the simple name of a class written beside it: {@code Outer_InnerTrainer}. */
  public String generatedName(String suffix) {
    return String.join("_", simpleNames) + suffix;
  }

  /** Returns a simple name in this class's package, qualified. */
  public String qualified(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
