package dev.annette.runtime.check;

import java.util.Locale;
import java.util.Map;

/** The reading of attributes of a description. */
final class Attribute {
  private Attribute() {}

  /**
   * Returns a number, whole or not.
   *
   * @throws IllegalArgumentException if there is no number of this name
   */
  static double number(String owner, Map<String, Object> attributes, String name) {
    if (attributes.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        owner + " needs a number named " + name + "; its attributes are " + attributes);
  }

  /** Returns a yes or no; no if it is absent. */
  static boolean flag(Map<String, Object> attributes, String name) {
    return Boolean.TRUE.equals(attributes.get(name));
  }

  /**
   * Returns the constant that an attribute names in lower case.
   *
   * @param absent the constant if there is no such attribute
   */
  static <E extends Enum<E>> E choice(Map<String, Object> attributes, String name, E absent) {
    Object text = attributes.get(name);
    return text == null
        ? absent
        : Enum.valueOf(absent.getDeclaringClass(), text.toString().toUpperCase(Locale.ROOT));
  }
}
