package dev.annette.runtime.importance;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Accuracy;
import dev.annette.runtime.metric.Direction;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.Metric;
import dev.annette.runtime.metric.RSquared;
import dev.annette.runtime.metric.RowFeatures;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How much worse a model does on rows if they exchange the values of one feature (Breiman 2001):
 * the metric of the rows as they are, minus that of the rows permuted, or the other way round for a
 * metric that falls.
 *
 * <pre>{@code
 * Importances importances =
 *     PermutationImportance.repeats(10).seed(42).ofColumns(model, IrisTrainer.dataset(flowers));
 * }</pre>
 *
 * <p>Ask rows that the model was not trained on. Of features that say the same, each seems less
 * important than they are together, since the model still has the others. By default classes and
 * answers of yes or no are measured by their accuracy, numbers by R².
 *
 * <p>The permutations depend on the seed, the name and the repeat alone, so that an importance is
 * the same whichever others are measured. Weights and targets stay with their rows.
 */
public final class PermutationImportance {
  private final int repeats;
  private final long seed;
  private final String metricName;
  private final Function<NetworkDescription, ? extends Metric> metric; // null for the default

  private PermutationImportance(
      int repeats,
      long seed,
      String metricName,
      Function<NetworkDescription, ? extends Metric> metric) {
    this.repeats = repeats;
    this.seed = seed;
    this.metricName = metricName;
    this.metric = metric;
  }

  /**
   * Permutes every feature so many times, with seed 0.
   *
   * @throws IllegalArgumentException if that is less than once
   */
  public static PermutationImportance repeats(int repeats) {
    if (repeats < 1) {
      throw new IllegalArgumentException(repeats + " repeats: a feature is permuted at least once");
    }
    return new PermutationImportance(repeats, 0, "", null);
  }

  /** Returns the same with another seed. */
  public PermutationImportance seed(long other) {
    return new PermutationImportance(repeats, other, metricName, metric);
  }

  /**
   * Returns the same with another metric.
   *
   * @param name what the table calls it
   * @param made makes one without rows: {@code RocAuc::new}, {@code DataLoss::new}
   */
  public PermutationImportance metric(
      String name, Function<NetworkDescription, ? extends Metric> made) {
    return new PermutationImportance(
        repeats, seed, Objects.requireNonNull(name, "name"), Objects.requireNonNull(made, "made"));
  }

  /**
   * Measures every feature by itself.
   *
   * @throws IllegalArgumentException if the rows do not fit the network, the metric does not fit
   *     it, or does not say which way it improves
   */
  public Importances ofFeatures(NetworkModel model, Dataset rows) {
    return measure(model, rows, FeatureGroup.ofFeatures(rows), this::permutation);
  }

  /**
   * Measures every column of typed rows: all features that it became are permuted together.
   *
   * @throws IllegalArgumentException if the network has no typed rows, the dataset is not of them,
   *     or as {@link #ofFeatures}
   */
  public Importances ofColumns(NetworkModel model, Dataset rows) {
    return measure(
        model, rows, FeatureGroup.ofColumns(model.description(), rows), this::permutation);
  }

  /** Which row lends each row its values. */
  @FunctionalInterface
  interface Permutations {
    /** Returns a permutation of so many rows. */
    int[] of(FeatureGroup group, int repeat, int rows);
  }

  private int[] permutation(FeatureGroup group, int repeat, int rows) {
    long key = CounterRandom.key(seed, Purpose.IMPORTANCE, group.name());
    return new RandomSequence(CounterRandom.keyAt(key, repeat)).permutation(rows);
  }

  Importances measure(
      NetworkModel model, Dataset rows, List<FeatureGroup> groups, Permutations permutations) {
    NetworkDescription network = model.description();
    Predictor predictor = model.predictor();
    double sign = sign(made(network));
    double baseline = value(network, predictor, rows, rows::copyRow);
    List<Importance> importances = new ArrayList<>();
    for (FeatureGroup group : groups) {
      List<Double> decreases = new ArrayList<>();
      for (int repeat = 0; repeat < repeats; repeat++) {
        int[] lender = permutations.of(group, repeat, rows.rows());
        RowFeatures permuted =
            (row, target, from) -> {
              rows.copyRow(row, target, from);
              for (int feature : group.features()) {
                target[from + feature] = rows.feature(lender[row], feature);
              }
            };
        decreases.add(sign * (baseline - value(network, predictor, rows, permuted)));
      }
      importances.add(new Importance(group.name(), decreases));
    }
    return new Importances(metricName(network), baseline, importances);
  }

  private double value(
      NetworkDescription network, Predictor predictor, Dataset rows, RowFeatures features) {
    Metric fresh = made(network);
    Evaluation.measure(network, predictor, rows, features, List.of(fresh));
    return fresh.value();
  }

  private Metric made(NetworkDescription network) {
    if (metric != null) {
      return metric.apply(network);
    }
    return answers(network) ? new Accuracy(network) : new RSquared(network.outputs());
  }

  private String metricName(NetworkDescription network) {
    if (metric != null) {
      return metricName;
    }
    return answers(network) ? "accuracy" : "r2";
  }

  private static boolean answers(NetworkDescription network) {
    return network.outputsAreClasses() || network.loss().isCrossEntropy();
  }

  private double sign(Metric one) {
    if (one.direction() == Direction.UNKNOWN) {
      throw new IllegalArgumentException(
          "The metric \"%s\" does not say whether more of it is better; let it answer direction()."
              .formatted(metricName));
    }
    return one.direction() == Direction.RISES ? 1 : -1;
  }
}
