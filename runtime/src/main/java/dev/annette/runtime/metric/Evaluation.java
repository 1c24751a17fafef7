package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well a model does on a dataset, by the measures that fit its loss.
 *
 * @param dataLoss the mean loss, without penalties
 * @param metrics {@code accuracy} for a cross-entropy or a custom loss of classes; {@code mse},
 *     {@code mae} and {@code r2} otherwise; and those that the caller brings
 * @param confusion which class was taken for which, if outputs are classes
 */
public record Evaluation(
    double dataLoss, SortedMap<String, Double> metrics, Optional<ConfusionMatrix> confusion) {

  /** Copies the metrics. */
  public Evaluation {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }

  /**
   * Measures a model.
   *
   * @throws IllegalArgumentException if the dataset does not fit the network
   */
  public static Evaluation of(NetworkModel model, Dataset rows) {
    return of(model.description(), model.predictor(), rows);
  }

  /**
   * Measures a model, by metrics of the caller's too.
   *
   * @param own more metrics, without rows so far, by the names under which they are among {@link
   *     #metrics}
   * @throws IllegalArgumentException if the dataset does not fit the network, or a name is that of
   *     a metric that is measured anyway
   */
  public static Evaluation of(NetworkModel model, Dataset rows, Map<String, ? extends Metric> own) {
    return pooled(model.description(), List.of(model.predictor()), List.of(rows), own);
  }

  /**
   * Measures a predictor of a network.
   *
   * @throws IllegalArgumentException if the dataset does not fit the network
   */
  public static Evaluation of(NetworkDescription network, Predictor predictor, Dataset rows) {
    return pooled(network, List.of(predictor), List.of(rows));
  }

  /**
   * Measures several predictors of a network, each on rows of its own, as if they were one.
   *
   * @param parts {@code [predictors]}, the rows of each, which name their classes alike
   * @throws IllegalArgumentException if a dataset does not fit the network
   */
  public static Evaluation pooled(
      NetworkDescription network, List<Predictor> predictors, List<Dataset> parts) {
    return pooled(network, predictors, parts, Map.of());
  }

  private static Evaluation pooled(
      NetworkDescription network,
      List<Predictor> predictors,
      List<Dataset> parts,
      Map<String, ? extends Metric> own) {
    DataLoss loss = new DataLoss(network);
    SortedMap<String, Metric> named = new TreeMap<>(metrics(network));
    own.forEach((name, metric) -> add(named, name, metric));
    List<Metric> all = new ArrayList<>(named.values());
    all.add(loss);
    Optional<ConfusionMatrix> confusion = Optional.empty();
    if (network.outputsAreClasses()) {
      confusion = Optional.of(ConfusionMatrix.of(network, parts.get(0).classNames()));
      all.add(confusion.get());
    }
    for (int i = 0; i < predictors.size(); i++) {
      measure(network, predictors.get(i), parts.get(i), all);
    }
    SortedMap<String, Double> values = new TreeMap<>();
    named.forEach((name, metric) -> values.put(name, metric.value()));
    return new Evaluation(loss.value(), values, confusion);
  }

  private static void add(Map<String, Metric> named, String name, Metric metric) {
    if (named.put(name, metric) != null) {
      throw new IllegalArgumentException(
          "%s is measured anyway; give the metric another name.".formatted(name));
    }
  }

  /** Returns the names of the metrics that fit the loss of a network. */
  public static SortedSet<String> names(NetworkDescription network) {
    return new TreeSet<>(metrics(network).keySet());
  }

  private static Map<String, Metric> metrics(NetworkDescription network) {
    if (network.loss().isCrossEntropy() || network.outputsAreClasses()) {
      return Map.of("accuracy", new Accuracy(network));
    }
    return Map.of(
        "mse", new MeanSquaredError(),
        "mae", new MeanAbsoluteError(),
        "r2", new RSquared(network.outputs()));
  }

  /**
   * Adds every row of a dataset to metrics, in ascending order.
   *
   * @throws IllegalArgumentException if the dataset does not fit the network
   */
  public static void measure(
      NetworkDescription network, Predictor predictor, Dataset rows, List<Metric> metrics) {
    rows.check(network);
    RowBlock block = new RowBlock(network, predictor);
    for (int from = 0; from < rows.rows(); from += RowBlock.ROWS) {
      int count = Math.min(RowBlock.ROWS, rows.rows() - from);
      float[] logits = block.logits(rows, from, count);
      for (int i = 0; i < count; i++) {
        for (Metric metric : metrics) {
          metric.add(rows, from + i, logits, i * network.outputs());
        }
      }
    }
  }

  /** Returns the measures in a line, and the confusion matrix below it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "loss %.4f", dataLoss));
    metrics.forEach(
        (name, value) -> text.append(String.format(Locale.ROOT, "  %s %.4f", name, value)));
    confusion.ifPresent(matrix -> text.append("\n\n").append(matrix));
    return text.toString();
  }
}
