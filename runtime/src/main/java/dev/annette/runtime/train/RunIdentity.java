package dev.annette.runtime.train;

import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.NetworkDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * All that the bits of a run follow from, in words: a line for the network, every layer, the seed,
 * every option and the rows. Two runs are the same if these lines are.
 */
final class RunIdentity {
  /** How an object without words of its own writes itself, which differs from JVM to JVM. */
  private static final String OBJECT = "[\\w.$/]+@[0-9a-f]+";

  private final List<String> lines = new ArrayList<>();

  private RunIdentity() {}

  /** Returns the lines. */
  static List<String> of(NetworkTrainer<?> trainer, RunOptions options, RunRows rows) {
    RunIdentity identity = new RunIdentity();
    identity.addNetwork(trainer.description());
    identity.add("the seed", trainer.state().seed());
    identity.addLearning(options);
    identity.addWatching(options);
    identity.add("the training rows", rows.identity());
    if (rows.validation() != null) {
      identity.add("the validation rows", RowsChecksum.of(rows.validation()));
    }
    return identity.lines;
  }

  private void addNetwork(NetworkDescription network) {
    add("the network", network.network());
    add("the input", network.input());
    add("the loss", network.lossName() + " " + network.delta());
    for (LayerDescription layer : network.layers()) {
      add("layer " + layer.name(), layer);
    }
  }

  private void addLearning(RunOptions options) {
    add("epochs", options.epochs);
    add("steps", options.steps);
    add("batchSize", options.batchSize);
    add("shuffle", options.shuffle + " " + options.shuffleBuffer);
    add("examples", options.examples);
    add("the optimizer", options.optimizer.describe());
    add("the learning rate", options.learningRate.stream().map(Schedule::describe).toList());
    for (Adjustment one : options.adjustments) {
      add(one.setting().toString(), one.value() + " " + describe(one.schedule()));
    }
    add("clipping", options.clipping);
    add("averaging", options.averaging);
    add("labelSmoothing", options.labelSmoothing);
    add("mixup", options.mixup);
    add("classWeights", options.balancedClasses + " " + Arrays.toString(options.classWeights));
  }

  private void addWatching(RunOptions options) {
    add("validationSplit", options.validationShare);
    add("earlyStopping", options.earlyStopping);
    add("reduceOnPlateau", options.reduceOnPlateau);
    add("metrics", options.metrics);
    add("metrics of one's own", options.ownMetrics.stream().map(NamedMetric::name).toList());
  }

  private static String describe(Schedule schedule) {
    return schedule == null ? "" : schedule.describe();
  }

  private void add(String what, Object value) {
    String text = String.valueOf(value).replaceAll(OBJECT, "a function").replace('\n', ' ');
    lines.add(String.format(Locale.ROOT, "%s: %s", what, text));
  }

  /** Returns the first difference in words; null if there is none. */
  static String difference(List<String> kept, List<String> here) {
    for (int i = 0; i < Math.max(kept.size(), here.size()); i++) {
      String before = i < kept.size() ? kept.get(i) : "nothing more";
      String now = i < here.size() ? here.get(i) : "nothing more";
      if (!before.equals(now)) {
        return "it has " + before + "; here it is " + now;
      }
    }
    return null;
  }
}
