package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.DataLoss;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.Metric;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkModel;
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
    double loss = metrics ? evaluate(measured) : lossAlone();
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
    Evaluation evaluation = Evaluation.of(trainer.model(), validation, fresh);
    measured.putAll(evaluation.metrics());
    measured.values().removeIf(value -> !Double.isFinite(value));
    return evaluation.dataLoss();
  }

  private double lossAlone() {
    NetworkModel model = trainer.model();
    DataLoss loss = new DataLoss(model.description());
    Evaluation.measure(model.description(), model.predictor(), validation, List.of(loss));
    return loss.value();
  }
}
