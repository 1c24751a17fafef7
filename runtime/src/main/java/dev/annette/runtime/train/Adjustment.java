package dev.annette.runtime.train;

/**
 * What a run changes about a rate or strength that an annotation declares.
 *
 * @param layer the layer
 * @param attribute which of its numbers: {@code l2}, {@code dropout}
 * @param value what replaces the declared number; null: nothing
 * @param schedule what multiplies it in the course of the run; null: nothing
 */
record Adjustment(String layer, String attribute, Double value, Schedule schedule) {

  /** Returns whether this is about the same number. */
  boolean isOf(String otherLayer, String otherAttribute) {
    return layer.equals(otherLayer) && attribute.equals(otherAttribute);
  }
}
