package dev.annette.runtime.metric;

import dev.annette.Loss;
import dev.annette.runtime.model.NetworkDescription;

/** What a metric needs the outputs of a network to be. */
enum OutputKind {
  /** Scores of classes, probable or not. */
  CLASSES("classes") {
    @Override
    boolean fits(NetworkDescription network) {
      return network.outputsAreClasses();
    }
  },
  /** Scores of classes, or answers of yes or no. */
  ANSWERS("classes, or answers of yes or no") {
    @Override
    boolean fits(NetworkDescription network) {
      return network.outputsAreClasses() || network.loss().isCrossEntropy();
    }
  },
  /** Logits of probabilities. */
  PROBABILITIES("probabilities, of a cross-entropy") {
    @Override
    boolean fits(NetworkDescription network) {
      return network.loss().isCrossEntropy();
    }
  },
  /** Logits of yes or no: one or more outputs, or two classes. */
  YES_OR_NO("answers of yes or no: a binary cross-entropy, or two classes") {
    @Override
    boolean fits(NetworkDescription network) {
      return network.loss() == Loss.BINARY_CROSS_ENTROPY
          || network.loss() == Loss.CROSS_ENTROPY && network.outputs() == 2;
    }
  };

  private final String words;

  OutputKind(String words) {
    this.words = words;
  }

  abstract boolean fits(NetworkDescription network);

  /**
   * Returns a network that has such outputs.
   *
   * @throws IllegalArgumentException if it has not
   */
  NetworkDescription require(NetworkDescription network, String metric) {
    if (!fits(network)) {
      throw new IllegalArgumentException(
          "%s has loss %s and %d output%s; %s needs %s"
              .formatted(
                  network.network(),
                  network.lossName(),
                  network.outputs(),
                  network.outputs() == 1 ? "" : "s",
                  metric,
                  words));
    }
    return network;
  }
}
