package dev.annette.processor.ir;

import java.util.List;

/**
 * The class that declares a network.
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

  /** Returns the simple name of a class written beside it: {@code Outer_InnerTrainer}. */
  public String generatedName(String suffix) {
    return String.join("_", simpleNames) + suffix;
  }

  /** Returns a simple name in this class's package, qualified. */
  public String qualified(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
