package dev.annette.runtime.train;

import dev.annette.Loss;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.transform.BatchTransformation;
import dev.annette.runtime.data.transform.ClassWeighting;
import dev.annette.runtime.data.transform.ClassWeights;
import dev.annette.runtime.data.transform.LabelSmoothing;
import dev.annette.runtime.data.transform.Mixup;
import dev.annette.runtime.model.NetworkDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run does to every batch between its source and the step, in order. */
final class Transformations {
  private final List<BatchTransformation> all = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final RunOptions options;
  private final NetworkDescription network;

  private Transformations(RunOptions options, NetworkDescription network) {
    this.options = options;
    this.network = network;
  }

  /** Returns those of a run whose rows are not known. */
  static Transformations online(RunOptions options, NetworkDescription network, long seed) {
    Transformations chosen = new Transformations(options, network);
    if (options.balancedClasses) {
      throw new IllegalArgumentException(
          "balancedClassWeights() counts the rows of every class, which fit knows and prepare does"
              + " not: say classWeights(...).");
    }
    if (options.classWeights != null) {
      chosen.requireClasses("classWeights(...)");
      chosen.addWeighting(options.classWeights);
    }
    chosen.addSmoothing();
    chosen.addMixup(seed);
    return chosen;
  }

  /**
   * Returns those of a run over known rows.
   *
   * @throws IllegalArgumentException saying what does not fit the network
   */
  static Transformations of(
      RunOptions options, NetworkDescription network, long seed, Dataset rows) {
    Transformations chosen = new Transformations(options, network);
    chosen.addClassWeights(rows);
    chosen.addSmoothing();
    if (options.labelSmoothing > 0 && hasSoftLabels(rows)) {
      chosen.remarks.add(
          Remark.Kind.SMOOTHED_SOFT_LABELS.says(
              "labelSmoothing(%s) of soft labels: the targets say how sure they are already, and are"
                      .formatted(NumberRule.number(options.labelSmoothing))
                  + " made less sure still"));
    }
    chosen.addMixup(seed);
    return chosen;
  }

  private void addClassWeights(Dataset rows) {
    double[] weights = options.classWeights;
    if (options.balancedClasses) {
      requireClasses("balancedClassWeights()");
      weights = ClassWeights.balanced(rows, classes());
    } else if (weights != null) {
      requireClasses("classWeights(...)");
    }
    if (weights != null) {
      double[] scaled = ClassWeights.withMeanOne(rows, weights);
      addWeighting(scaled);
      remarks.add(
          Remark.Kind.CLASS_WEIGHTS.says(
              "a row counts " + texts.get("classWeights") + " by its class"));
    }
  }

  private void addWeighting(double[] weights) {
    all.add(new ClassWeighting(network.outputs(), weights));
    texts.put(
        "classWeights",
        Arrays.stream(weights)
            .mapToObj(weight -> NumberRule.number(Math.rint(weight * 1e4) / 1e4))
            .collect(Collectors.joining(", ")));
  }

  private void addSmoothing() {
    if (options.labelSmoothing == 0) {
      return;
    }
    if (!network.loss().isCrossEntropy()) {
      throw new IllegalArgumentException(
          ("labelSmoothing(%s) takes targets for the probabilities of classes, but the loss of %s"
                  + " is %s: it needs CROSS_ENTROPY or BINARY_CROSS_ENTROPY.")
              .formatted(
                  NumberRule.number(options.labelSmoothing), network.network(), network.loss()));
    }
    all.add(new LabelSmoothing(options.labelSmoothing, network));
    texts.put("labelSmoothing", NumberRule.number(options.labelSmoothing));
  }

  private void addMixup(long seed) {
    if (options.mixup > 0) {
      all.add(new Mixup(options.mixup, network, seed));
      texts.put("mixup", NumberRule.number(options.mixup));
    }
  }

  /** Returns how many classes a row may belong to; one output tells two apart. */
  private int classes() {
    return network.outputs() == 1 ? 2 : network.outputs();
  }

  private void requireClasses(String what) {
    boolean binary = network.loss() == Loss.BINARY_CROSS_ENTROPY && network.outputs() == 1;
    if (!binary && network.loss() != Loss.CROSS_ENTROPY) {
      throw new IllegalArgumentException(
          ("%s needs rows that each belong to one class: CROSS_ENTROPY, or BINARY_CROSS_ENTROPY"
                  + " with 1 output. %s has %s with %d outputs; give rows weights with"
                  + " Dataset.withWeights instead.")
              .formatted(what, network.network(), network.loss(), network.outputs()));
    }
    int given = options.classWeights == null ? classes() : options.classWeights.length;
    if (given != classes()) {
      throw new IllegalArgumentException(
          "classWeights(...) has %d numbers, but %s tells %d classes apart; give each class one."
              .formatted(given, network.network(), classes()));
    }
  }

  private static boolean hasSoftLabels(Dataset rows) {
    for (int row = 0; !rows.hasClasses() && row < rows.rows(); row++) {
      for (int output = 0; output < rows.targetWidth(); output++) {
        float target = rows.target(row, output);
        if (target > 0 && target < 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns what a reader of the results should know. */
  List<Remark> remarks() {
    return remarks;
  }

  /** Returns what is done, in words by the method that asks for it. */
  SortedMap<String, String> texts() {
    return texts;
  }

  /** Returns whether a batch is not learned from as it is. */
  boolean any() {
    return !all.isEmpty();
  }

  /** Returns what is learned from a batch. */
  Batch apply(Batch batch, long step) {
    Batch transformed = batch;
    for (int i = 0; i < all.size(); i++) {
      transformed = all.get(i).apply(transformed, step);
    }
    return transformed;
  }
}
