package dev.annette.runtime.train;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run may override in a network.
 *
 * @param network its name, for messages
 * @param known every rate and strength that its annotations declare
 */
record Overrides(String network, List<Hyperparameter> known) {

  /**
   * Gives every hyperparameter its declared value or what overrides it; if one override is refused,
   * none changes.
   *
   * @param values by layer and attribute
   * @throws IllegalArgumentException if a name is not known or a value breaks its rule
   */
  void apply(Map<String, Map<String, Double>> values) {
    values.forEach(
        (layer, attributes) ->
            attributes.forEach((attribute, value) -> find(layer, attribute).checked(value)));
    known.forEach(Hyperparameter::reset);
    values.forEach(
        (layer, attributes) ->
            attributes.forEach((attribute, value) -> find(layer, attribute).override(value)));
  }

  private Hyperparameter find(String layer, String attribute) {
    return known.stream()
        .filter(one -> one.layer().equals(layer) && one.attribute().equals(attribute))
        .findFirst()
        .orElseThrow(() -> unknown(layer, attribute));
  }

  private IllegalArgumentException unknown(String layer, String attribute) {
    List<String> layers = known.stream().map(Hyperparameter::layer).distinct().toList();
    String all =
        known.stream()
            .map(one -> one.attribute() + " of " + one.layer())
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "%s has no %s of %s to override.%s %s"
            .formatted(
                network,
                attribute,
                layer,
                layers.contains(layer) ? "" : Names.suggestion(layer, layers),
                all.isEmpty() ? "It declares none." : "It declares " + all + "."));
  }
}
