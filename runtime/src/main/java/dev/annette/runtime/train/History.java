package dev.annette.runtime.train;

import dev.annette.runtime.diagnosis.Diagnosis;
import dev.annette.runtime.diagnosis.Observations;
import dev.annette.runtime.diagnosis.RunRecord;
import dev.annette.runtime.model.EpochCsv;
import dev.annette.runtime.model.EpochRecord;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a run measured, epoch by epoch, with data loss and every penalty apart.
 *
 * @param epochs the epochs of the network so far, those of earlier runs first
 * @param remarks what a reader of the results should know: effective penalties, penalties without
 *     effect; those that {@link Training#allow} switches off are missing
 * @param end why the run ended, and which weights it left
 * @param observed what else {@link #diagnose} goes by
 */
public record History(
    List<EpochRecord> epochs, List<Remark> remarks, RunEnd end, Observations observed) {

  /** Copies the lists. */
  public History {
    epochs = List.copyOf(epochs);
    remarks = List.copyOf(remarks);
  }

  /**
   * Returns the last epoch.
   *
   * @throws NoSuchElementException if there is none
   */
  public EpochRecord last() {
    if (epochs.isEmpty()) {
      throw new NoSuchElementException(
          "This history has no epochs: the run ended before the first.");
    }
    return epochs.get(epochs.size() - 1);
  }

  /**
   * Says what ails this run and which annotation to change: overfitting, underfitting, a penalty or
   * a learning rate too strong, dead units, an end too early. Earlier runs do not count.
   */
  public Diagnosis diagnose() {
    int before = Math.min(observed.epochsBefore(), epochs.size());
    return Diagnosis.of(
        new RunRecord(
            epochs.subList(before, epochs.size()),
            end.cause() == RunEnd.Cause.COMPLETED,
            end.bestEpoch(),
            observed));
  }

  /** Returns whether the run ended early because its thread was interrupted. */
  public boolean interrupted() {
    return end.cause() == RunEnd.Cause.INTERRUPTED;
  }

  /**
   * Returns the epoch that early stopping restored; without it, the first epoch with the smallest
   * validation loss; where nothing was validated, with the smallest sum of data loss and penalty.
   *
   * @throws NoSuchElementException if there is none
   */
  public EpochRecord best() {
    EpochRecord best = last();
    for (EpochRecord epoch : epochs) {
      if (epoch.epoch() == end.bestEpoch()) {
        return epoch;
      }
    }
    boolean validated = epochs.stream().anyMatch(epoch -> !Double.isNaN(epoch.validationLoss()));
    double smallest = Double.POSITIVE_INFINITY;
    for (EpochRecord epoch : epochs) {
      double loss = validated ? epoch.validationLoss() : epoch.objective();
      if (loss < smallest) {
        smallest = loss;
        best = epoch;
      }
    }
    return best;
  }

  /**
   * Returns the epochs as comma-separated values with a header line: {@code
   * epoch,data_loss,penalty,validation_loss}, every penalty by itself, {@code
   * penalty.hidden.weights.l2}, and the metrics, both in alphabetical order. What was not measured
   * is empty. Numbers read back exactly.
   */
  public String toCsv() {
    return EpochCsv.of(epochs).text(epochs);
  }
}
