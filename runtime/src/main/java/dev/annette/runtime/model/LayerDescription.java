package dev.annette.runtime.model;

import java.util.List;
import java.util.SortedMap;

/**
 * One layer of a network.
 *
 * @param name the name of its field
 * @param kind the layer's kind, {@code dense}
 * @param attributes its numbers and choices by name; values are Integer, Double, Boolean or String
 * @param modifiers what changes how it is trained or computed, in a fixed order
 * @param tensors the arrays it owns, in the order of the file
 */
public record LayerDescription(
    String name,
    String kind,
    SortedMap<String, Object> attributes,
    List<ModifierDescription> modifiers,
    List<TensorDescription> tensors) {

  /**
   * Copies the attributes and the lists.
   *
   * @throws IllegalArgumentException if an attribute has another type or is not finite
   */
  public LayerDescription {
    attributes = Attributes.copyOf(name, attributes);
    modifiers = List.copyOf(modifiers);
    tensors = List.copyOf(tensors);
  }

  /** Returns how many numbers of this layer are learned. */
  public long parameterCount() {
    return tensors.stream()
        .filter(TensorDescription::isLearned)
        .mapToLong(TensorDescription::size)
        .sum();
  }

  /** Returns whether the layer multiplies what it takes by learned weights. */
  public boolean hasWeights() {
    return tensors.stream().anyMatch(tensor -> tensor.role() == TensorDescription.Role.WEIGHT);
  }

  /**
   * Returns how many outputs the layer has: its {@code units}, or those of what it is fed with, one
   * of which becomes {@code dims} where a column is embedded.
   */
  int outputs(int inputs) {
    if (attributes.get("units") instanceof Integer units) {
      return units;
    }
    return attributes.get("dims") instanceof Integer dims ? inputs - 1 + dims : inputs;
  }
}
