package dev.annette.runtime.diagnosis;

import dev.annette.Activation;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.TensorDescription;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which annotation to change, given those that there are. An annotation that it gives fits the
 * declaration: the compiler has no warning about it.
 *
 * @param observed what was trained, and what regularised it
 */
record Advice(Observations observed) {
  /** The share of the data loss from which on a penalty may keep a network from learning. */
  static final double PENALTY_SHARE = 0.05;

  /** Returns what keeps the network from learning rows by heart. */
  String againstMemorising() {
    LayerDescription largest = largest(layer -> true).orElseThrow();
    Optional<LayerDescription> undisturbed =
        largest(layer -> isHidden(layer) && takesNoise(layer) && !isNoisy(layer));
    if (!isNoisy(largest) && undisturbed.isPresent()) {
      LayerDescription layer = undisturbed.get();
      return ("%s on %s, which learns %d numbers: units that cannot rely on each other"
              + " memorise less")
          .formatted(
              isSelu(layer) ? "@AlphaDropout(0.1)" : "@Dropout(0.5)",
              layer.name(),
              layer.parameterCount());
    }
    Optional<PenaltyRecord> penalty = penaltyOf(largest);
    if (penalty.isEmpty() && !isNormalised(largest) && !isConstrained(largest)) {
      return ("@L2(value = 1, scaling = PenaltyScaling.TEXTBOOK) on %s, which learns %d"
              + " numbers: small weights make answers that change slowly between rows")
          .formatted(largest.name(), largest.parameterCount());
    }
    return "%sfewer units in %s%s; more rows help most"
        .formatted(
            penalty.map(one -> times(2, true, one) + ", twice the strength; or ").orElse(""),
            largest.name(),
            isNoisy(largest) ? ", or a higher rate of its noise" : "");
  }

  /** Returns what lets the network learn more. */
  String towardsLearning(EpochRecord epoch) {
    if (epoch.penalty() > PENALTY_SHARE * epoch.dataLoss()) {
      return weaker(strongest(epoch).getKey())
          + ", which may hold its weights near 0; then more units";
    }
    LayerDescription layer = largest(one -> true).orElseThrow();
    if (isNoisy(layer)) {
      return ("a lower rate of the noise on %s, which disturbs a network that has too few"
              + " units; then more of them")
          .formatted(layer.name());
    }
    return isHidden(layer)
        ? "units = %d on %s, or one more layer: a larger network can say more"
            .formatted(2 * units(layer), layer.name())
        : ("a hidden layer, @Dense(units = 32, activation = RELU), before %s: without"
                + " one the answer is linear in the inputs")
            .formatted(layer.name());
  }

  /** Returns the penalty with the largest part, by name. */
  static Map.Entry<String, Double> strongest(EpochRecord epoch) {
    return epoch.penalties().entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .orElseThrow();
  }

  /**
   * Returns how a penalty gets a tenth of its strength: {@code @L2(4) in place of @L2(40) on …}.
   */
  String weaker(String penalty) {
    return observed.regularization().penalties().stream()
        .filter(one -> penalty.equals(one.parameter() + '.' + one.kind()))
        .findFirst()
        .map(one -> times(10, false, one) + ", a tenth of the strength")
        .orElse(
            "a tenth of the strength of %s on %s"
                .formatted(
                    annotation(penalty.substring(penalty.lastIndexOf('.') + 1)), layerOf(penalty)));
  }

  /** Returns how a penalty gets another strength; where C divides it, C goes the other way. */
  private static String times(int factor, boolean stronger, PenaltyRecord penalty) {
    boolean inverse = isInverse(penalty.scaling());
    double lambda = stronger ^ inverse ? penalty.lambda() * factor : penalty.lambda() / factor;
    String annotation = annotation(penalty.kind());
    return "%s(%s) in place of %s(%s) on %s%s"
        .formatted(
            annotation,
            NumberRule.number(lambda),
            annotation,
            NumberRule.number(penalty.lambda()),
            layerOf(penalty.parameter()),
            inverse ? ", where C divides the penalty" : "");
  }

  private static boolean isInverse(String scaling) {
    return Arrays.stream(PenaltyScaling.values())
        .anyMatch(one -> one.isInverse() && one.name().toLowerCase(Locale.ROOT).equals(scaling));
  }

  /** Returns a penalty or decay that acts on the weights of a layer. */
  private Optional<PenaltyRecord> penaltyOf(LayerDescription layer) {
    return observed.regularization().penalties().stream()
        .filter(one -> one.effective() > 0 && isWeight(layer, one.parameter()))
        .findFirst();
  }

  private static boolean isWeight(LayerDescription layer, String parameter) {
    return layer.tensors().stream()
        .anyMatch(
            tensor ->
                tensor.role() == TensorDescription.Role.WEIGHT && tensor.name().equals(parameter));
  }

  /** Returns the hidden layer that learns most numbers, or the output if there is none. */
  private Optional<LayerDescription> largest(Predicate<LayerDescription> among) {
    List<LayerDescription> weighted = weighted();
    return weighted.stream()
        .limit(Math.max(1, weighted.size() - 1))
        .filter(among)
        .max(Comparator.comparingLong(LayerDescription::parameterCount));
  }

  private List<LayerDescription> weighted() {
    return layers().stream().filter(LayerDescription::hasWeights).toList();
  }

  private List<LayerDescription> layers() {
    return observed.network().layers();
  }

  private boolean isHidden(LayerDescription layer) {
    List<LayerDescription> weighted = weighted();
    return !layer.equals(weighted.get(weighted.size() - 1));
  }

  /** Returns whether a layer keeps mean 0 and variance 1, together with what stands beside it. */
  static boolean isSelu(LayerDescription layer) {
    String selu = Activation.SELU.name().toLowerCase(Locale.ROOT);
    return selu.equals(layer.attributes().get("activation"));
  }

  /** Returns the layers without weights that only change what a layer hands on. */
  private List<LayerDescription> changing(LayerDescription layer) {
    List<LayerDescription> all = layers();
    return all.subList(all.indexOf(layer) + 1, all.size()).stream()
        .takeWhile(next -> !next.hasWeights())
        .toList();
  }

  /** Returns whether noise acts on a layer, its own or that of a field behind it. */
  private boolean isNoisy(LayerDescription layer) {
    Set<String> noisy = observed.regularization().noisy();
    return noisy.contains(layer.name())
        || changing(layer).stream().anyMatch(next -> noisy.contains(next.name()));
  }

  /** Returns whether no layer behind measures what noise would disturb. */
  private boolean takesNoise(LayerDescription layer) {
    List<LayerDescription> all = layers();
    return all.subList(all.indexOf(layer) + 1, all.size()).stream()
        .noneMatch(next -> observed.regularization().batchNormalised().contains(next.name()));
  }

  /** Returns whether normalisation divides by the size of a layer's weights. */
  private boolean isNormalised(LayerDescription layer) {
    return hasGain(layer) || changing(layer).stream().anyMatch(Advice::hasGain);
  }

  private static boolean hasGain(LayerDescription layer) {
    return layer.tensors().stream()
        .anyMatch(tensor -> tensor.role() == TensorDescription.Role.GAIN);
  }

  private boolean isConstrained(LayerDescription layer) {
    return observed.regularization().constrained().contains(layer.name());
  }

  /** Returns how many units a layer with weights has. */
  static int units(LayerDescription layer) {
    return layer.attributes().get("units") instanceof Integer units ? units : 1;
  }

  /** Returns the layer of a penalty: {@code hidden} of {@code hidden.weights.l2}. */
  static String layerOf(String penalty) {
    int end = penalty.indexOf('.');
    return end < 0 ? penalty : penalty.substring(0, end);
  }

  /** Returns the annotation of a kind: {@code @L2} of {@code l2}. */
  private static String annotation(String kind) {
    return "@" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }
}
