package dev.annette.runtime.model;

import java.util.List;
import java.util.SortedMap;

/**
 * One column of the rows that a network was trained on, with what its values become.
 *
 * @param name the record component or field
 * @param kind what its values are: {@code number}, {@code category}; a label's starts with {@code
 *     label}
 * @param attributes how they are encoded; values are Integer, Double, Boolean or String
 * @param categories the names of its categories or classes in order; empty if it has none
 */
public record ColumnDescription(
    String name, String kind, SortedMap<String, Object> attributes, List<String> categories) {

  /**
   * Copies the attributes and the list.
   *
   * @throws IllegalArgumentException if an attribute has another type or is not finite
   */
  public ColumnDescription {
    attributes = Attributes.copyOf(name, attributes);
    categories = List.copyOf(categories);
  }

  /** Returns whether it is predicted, rather than a feature. */
  public boolean isLabel() {
    return kind.startsWith("label");
  }
}
