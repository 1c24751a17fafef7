package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.DataLoss;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.FittingMetrics;
import dev.annette.runtime.metric.Metric;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is measured at the end of an epoch.
 *
 * @param trainer the trainer, of which validation takes a snapshot
 * @param validation the rows to validate with; null if there are none
 * @param metrics whether more than the loss is measured on them
 * @param own the metrics that the run brings
 */
record EpochMeasures(
    NetworkTrainer<?> trainer, Dataset validation, boolean metrics, List<NamedMetric> own) {

  /**
   * Returns the record of an epoch with this data loss.
   *
   * @throws TrainingDivergedException if the validation loss is not finite
   */
  EpochRecord record(int epoch, double dataLoss) {
    SortedMap<String, Double> measured = new TreeMap<>();
    double validationLoss = validation == null ? Double.NaN : validate(measured);
    return new EpochRecord(epoch, dataLoss, trainer.penalties(), validationLoss, measured);
  }

  /** Returns the validation loss and adds the metrics that have a value. */
  private double validate(SortedMap<String, Double> measured) {
    double loss = metrics ? evaluate(measured) : lossAnd(List.of());
    if (!Double.isFinite(loss)) {
      throw new TrainingDivergedException(
          trainer.description().network()
              + ": the validation loss is "
              + loss
              + "; a smaller learning rate may help.");
    }
    return loss;
  }

  private double evaluate(SortedMap<String, Double> measured) {
    SortedMap<String, Metric> fresh = new TreeMap<>();
    own.forEach(metric -> fresh.put(metric.name(), metric.supplier().get()));
    SortedMap<String, Metric> named = FittingMetrics.with(trainer.description(), fresh);
    double loss = lossAnd(named.values());
    measured.putAll(FittingMetrics.values(named));
    measured.values().removeIf(value -> !Double.isFinite(value));
    return loss;
  }

  /** Returns the validation loss and adds the rows to metrics. */
  private double lossAnd(Collection<Metric> metrics) {
    NetworkModel model = trainer.model();
    DataLoss loss = new DataLoss(model.description());
    List<Metric> all = new ArrayList<>(metrics);
    all.add(loss);
    Evaluation.measure(model.description(), model.predictor(), validation, all);
    return loss.value();
  }
}
