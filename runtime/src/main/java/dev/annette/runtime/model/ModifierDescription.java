package dev.annette.runtime.model;

import java.util.SortedMap;

/**
 * What changes how one layer is trained or computed: a penalty, a constraint, a noise, a
 * normalisation.
 *
 * @param kind the modifier's name, {@code l2}
 * @param attributes its numbers and choices by name; values are Integer, Double, Boolean, String or
 *     {@link CustomPart}
 */
public record ModifierDescription(String kind, SortedMap<String, Object> attributes) {

  /**
   * Copies the attributes.
   *
   * @throws IllegalArgumentException if an attribute has another type or is not finite
   */
  public ModifierDescription {
    attributes = Attributes.copyOf(kind, attributes);
  }
}
