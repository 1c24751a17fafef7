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
import java.util.TreeMap;

/**
 * How well a model does on a dataset, by the measures that fit its loss. Sample weights count in
 * all of them.
 *
 * <pre>{@code
 * Evaluation unseen = Evaluation.of(model, split.validation());
 * double accuracy = unseen.classes().accuracy();
 * double threshold = unseen.classes().thresholdForPrecision(0.9).threshold();
 * }</pre>
 *
 * @param dataLoss the mean loss, without penalties
 * @param metrics those that every epoch measures, by name: {@code accuracy} for a cross-entropy or
 *     a custom loss of classes; {@code mse}, {@code mae} and {@code r2} otherwise; and those that
 *     the caller brings
 * @param measures everything else
 */
public record Evaluation(double dataLoss, SortedMap<String, Double> metrics, Measures measures) {

  /** Copies the metrics. */
  public Evaluation {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }

  /**
   * Measures a model.
   *
   * @throws IllegalArgumentException if the dataset does not fit the network, no row counts, or an
   *     output is not finite, naming row and output
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
    return of(model.description(), model.predictor(), rows, own);
  }

  /**
   * Measures a predictor of a network.
   *
   * @throws IllegalArgumentException if the dataset does not fit the network
   */
  public static Evaluation of(NetworkDescription network, Predictor predictor, Dataset rows) {
    return pooled(network, List.of(predictor), List.of(rows));
  }

  /** Measures a predictor of a network, by metrics of the caller's too. */
  static Evaluation of(
      NetworkDescription network,
      Predictor predictor,
      Dataset rows,
      Map<String, ? extends Metric> own) {
    return pooled(network, List.of(predictor), List.of(rows), own);
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
    SortedMap<String, Metric> named = FittingMetrics.with(network, own);
    Answers answers = Answers.of(network, parts.get(0).classNames());
    List<OutputReader> readers = new ArrayList<>(named.values());
    readers.add(0, new FiniteOutputs(network));
    readers.add(loss);
    readers.add(answers);
    if (parts.stream().noneMatch(Dataset::counts)) {
      throw new IllegalArgumentException(
          "the weights of all rows are 0, so there is nothing to measure; give at least one row a"
              + " weight");
    }
    for (int i = 0; i < predictors.size(); i++) {
      Dataset rows = parts.get(i);
      measure(network, predictors.get(i), rows, rows::copyRow, readers);
    }
    return new Evaluation(loss.value(), FittingMetrics.values(named), answers.measures());
  }

  /**
   * Adds every row of a dataset to metrics, in ascending order.
   *
   * @throws IllegalArgumentException if the dataset does not fit the network
   */
  public static void measure(
      NetworkDescription network,
      Predictor predictor,
      Dataset rows,
      List<? extends OutputReader> metrics) {
    measure(network, predictor, rows, rows::copyRow, metrics);
  }

  /**
   * Adds every row of a dataset to metrics, in ascending order, with other features than its own.
   *
   * @param features what the predictor reads for each row
   * @throws IllegalArgumentException if the dataset does not fit the network
   */
  public static void measure(
      NetworkDescription network,
      Predictor predictor,
      Dataset rows,
      RowFeatures features,
      List<? extends OutputReader> metrics) {
    rows.check(network);
    RowBlock block = new RowBlock(network, predictor);
    for (int from = 0; from < rows.rows(); from += RowBlock.ROWS) {
      int count = Math.min(RowBlock.ROWS, rows.rows() - from);
      float[] logits = block.logits(features, from, count);
      for (int i = 0; i < count; i++) {
        for (OutputReader metric : metrics) {
          metric.add(rows, from + i, logits, i * network.outputs());
        }
      }
    }
  }

  /**
   * Returns how well classes, or one answer of yes or no, are told apart.
   *
   * @throws IllegalStateException if the outputs are something else
   */
  public ClassMeasures classes() {
    return measures(ClassMeasures.class);
  }

  /**
   * Returns how well several questions of yes or no are answered.
   *
   * @throws IllegalStateException if the outputs are something else
   */
  public LabelMeasures labels() {
    return measures(LabelMeasures.class);
  }

  /**
   * Returns how well numbers are given.
   *
   * @throws IllegalStateException if the outputs are something else
   */
  public NumberMeasures numbers() {
    return measures(NumberMeasures.class);
  }

  private <M extends Measures> M measures(Class<M> type) {
    if (type.isInstance(measures)) {
      return type.cast(measures);
    }
    throw new IllegalStateException("The outputs are " + kind());
  }

  private String kind() {
    if (measures instanceof NumberMeasures) {
      return "numbers: ask numbers().";
    }
    return measures instanceof ClassMeasures
        ? "classes, or one answer of yes or no: ask classes()."
        : "several answers of yes or no: ask labels().";
  }

  /** Returns which class was taken for which, if the outputs are classes or one yes or no. */
  public Optional<ConfusionMatrix> confusion() {
    return measures instanceof ClassMeasures classes
        ? Optional.of(classes.confusion())
        : Optional.empty();
  }

  /** Returns loss and metrics in a line, and the tables of the measures below it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "loss %.4f", dataLoss));
    metrics.forEach(
        (name, value) -> text.append(String.format(Locale.ROOT, "  %s %.4f", name, value)));
    return text.append("\n\n").append(measures).toString();
  }
}
