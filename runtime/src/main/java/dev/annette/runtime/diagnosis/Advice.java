package dev.annette.runtime.diagnosis;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which annotation to change, given those that there are.
 *
 * @param network what was trained
 */
record Advice(NetworkDescription network) {
  private static final Set<String> SHRINKING = Set.of("l1", "l2", "weightDecay", "groupLasso");

  /** Returns what keeps the network from learning rows by heart. */
  String againstMemorising() {
    LayerDescription layer = largest();
    String name = layer.name();
    if (isHidden(layer) && !hasNoise(layer)) {
      return ("@Dropout(0.5) on %s, which learns %d numbers: units that cannot rely on"
              + " each other memorise less")
          .formatted(name, layer.parameterCount());
    }
    if (layer.modifiers().stream().noneMatch(one -> SHRINKING.contains(one.kind()))) {
      return ("@L2(1) on %s, which learns %d numbers: small weights make answers that"
              + " change slowly between rows")
          .formatted(name, layer.parameterCount());
    }
    return ("stronger regularisation of %s (twice the strength of its penalty, a"
            + " higher dropout rate) or fewer units there; more rows help most")
        .formatted(name);
  }

  /** Returns what lets the network learn more. */
  String towardsLearning(EpochRecord epoch) {
    if (epoch.penalty() > 0) {
      String strongest =
          epoch.penalties().entrySet().stream()
              .max(Comparator.comparingDouble(entry -> entry.getValue()))
              .orElseThrow()
              .getKey();
      return ("a tenth of the strength of %s on %s, which may hold its weights near 0;"
              + " then more units")
          .formatted(annotationOf(strongest), layerOf(strongest));
    }
    LayerDescription layer = largest();
    if (hasNoise(layer)) {
      return ("a lower dropout rate on %s, which takes units away from a network that"
              + " has too few; then more of them")
          .formatted(layer.name());
    }
    return isHidden(layer)
        ? "@Dense(units = %d) on %s, or one more layer: a larger network can say more"
            .formatted(2 * units(layer), layer.name())
        : ("a hidden layer, @Dense(units = 32, activation = RELU), before %s: without"
                + " one the answer is linear in the inputs")
            .formatted(layer.name());
  }

  /** Returns the hidden layer that learns most numbers, or the output if there is none. */
  private LayerDescription largest() {
    List<LayerDescription> weighted =
        network.layers().stream().filter(LayerDescription::hasWeights).toList();
    return weighted.stream()
        .limit(Math.max(1, weighted.size() - 1))
        .max(Comparator.comparingLong(LayerDescription::parameterCount))
        .orElseThrow();
  }

  private boolean isHidden(LayerDescription layer) {
    List<LayerDescription> weighted =
        network.layers().stream().filter(LayerDescription::hasWeights).toList();
    return !layer.equals(weighted.get(weighted.size() - 1));
  }

  private static boolean hasNoise(LayerDescription layer) {
    return layer.modifiers().stream()
        .map(ModifierDescription::kind)
        .anyMatch(kind -> kind.toLowerCase(Locale.ROOT).contains("dropout"));
  }

  static boolean has(LayerDescription layer, String modifier) {
    return layer.modifiers().stream().anyMatch(one -> one.kind().equals(modifier));
  }

  /** Returns how many units a layer with weights has. */
  static int units(LayerDescription layer) {
    return layer.attributes().get("units") instanceof Integer units ? units : 1;
  }

  /** Returns the layer of a penalty: {@code hidden} of {@code hidden.weights.l2}. */
  static String layerOf(String penalty) {
    return penalty.substring(0, penalty.indexOf('.'));
  }

  /** Returns the annotation of a penalty: {@code @L2} of {@code hidden.weights.l2}. */
  static String annotationOf(String penalty) {
    String kind = penalty.substring(penalty.lastIndexOf('.') + 1);
    return "@" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }
}
