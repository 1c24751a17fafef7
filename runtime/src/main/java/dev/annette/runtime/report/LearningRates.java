package dev.annette.runtime.report;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A callback that notes the learning rate of the first update of every epoch, so that a report can
 * draw it.
 *
 * <pre>{@code
 * LearningRates rates = new LearningRates();
 * History history = trainer.fit(data, training.callback(rates));
 * Report.of(trainer.model(), history).learningRates(rates).write(Path.of("report.html"));
 * }</pre>
 */
public final class LearningRates implements Callback {
  private final SortedMap<Integer, Double> byEpoch = new TreeMap<>();
  private double coming = Double.NaN;

  @Override
  public void onStart(Control control) {
    coming = control.learningRate();
  }

  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    byEpoch.put(epoch.epoch(), coming);
    coming = control.learningRate();
  }

  /** Returns the learning rates by epoch. */
  public SortedMap<Integer, Double> byEpoch() {
    return Collections.unmodifiableSortedMap(byEpoch);
  }

  /** Returns the learning rate of an epoch; NaN if it was not seen. */
  double of(int epoch) {
    return byEpoch.getOrDefault(epoch, Double.NaN);
  }
}
