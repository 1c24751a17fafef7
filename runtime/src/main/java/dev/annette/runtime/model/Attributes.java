package dev.annette.runtime.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule that attribute values keep: an Integer, a finite Double, a Boolean, a String or a part
 * that the user wrote.
 */
final class Attributes {
  private Attributes() {}

  /**
   * Returns an unmodifiable copy in the order of the names.
   *
   * @throws IllegalArgumentException if a value is of another type or not finite
   */
  static SortedMap<String, Object> copyOf(String owner, Map<String, ?> attributes) {
    attributes.forEach((name, value) -> check(owner, name, value));
    return Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  private static void check(String owner, String name, Object value) {
    boolean known =
        value instanceof Integer
            || value instanceof Boolean
            || value instanceof String
            || value instanceof CustomPart
            || (value instanceof Double number && Double.isFinite(number));
    if (!known) {
      throw new IllegalArgumentException(
          owner
              + ": attribute "
              + name
              + " is "
              + value
              + "; attributes are integers, finite doubles, booleans and texts");
    }
  }
}
