package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The course of a run: how far it is, who watches it, and what ends it. */
final class RunControl implements Control {
  private final NetworkTrainer<?> trainer;
  private final TrainingState state;
  private final int epochs;
  private final boolean validates;
  private final List<Callback> callbacks = new ArrayList<>();

  /** The moment that early stopping returns to; null if it does not. */
  private final Moment best;

  private int epoch;
  private RunEnd.Cause cause = RunEnd.Cause.COMPLETED;
  private String reason;

  RunControl(NetworkTrainer<?> trainer, RunOptions options, long epochs, boolean validates) {
    this.trainer = trainer;
    this.state = trainer.state();
    this.epochs = (int) epochs;
    this.validates = validates;
    if (options.reduceOnPlateau != null) {
      callbacks.add(new PlateauWatch(options.reduceOnPlateau));
    }
    EarlyStopping stopping = options.earlyStopping;
    best = stopping != null && stopping.restoreBest() ? new Moment(state) : null;
    if (stopping != null) {
      callbacks.add(new EarlyStoppingWatch(stopping, best));
    }
    callbacks.addAll(options.callbacks);
    reason = "all " + epochs + " epochs ran";
  }

  void start() {
    callbacks.forEach(callback -> callback.onStart(this));
  }

  /** Returns whether another epoch is to come. */
  boolean goesOn() {
    return cause == RunEnd.Cause.COMPLETED && epoch < epochs;
  }

  /** Lets the callbacks see a finished epoch. */
  void finish(EpochRecord record) {
    epoch++;
    callbacks.forEach(callback -> callback.onEpoch(record, this));
  }

  /** Ends the run within an epoch. */
  void interrupt() {
    cause = RunEnd.Cause.INTERRUPTED;
    reason = "the thread was interrupted";
  }

  /** Returns to the best weights, if that was asked for, and says how the run ended. */
  RunEnd end() {
    boolean returns = best != null && best.epoch() > state.epochs() - epoch;
    if (returns) {
      best.restore();
    }
    callEnd();
    return new RunEnd(cause, reason, returns ? best.epoch() : 0);
  }

  /** Lets the callbacks see the end. */
  void callEnd() {
    callbacks.forEach(callback -> callback.onEnd(this));
  }

  @Override
  public NetworkDescription description() {
    return trainer.description();
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public long steps() {
    return state.steps();
  }

  @Override
  public boolean validates() {
    return validates;
  }

  @Override
  public List<EpochRecord> history() {
    return state.history();
  }

  @Override
  public NetworkModel model() {
    return trainer.model();
  }

  @Override
  public double learningRate() {
    state.schedule();
    return state.descent().learningRate();
  }

  @Override
  public void learningRate(double rate) {
    Rules.require(NumberRule.LEARNING_RATE, rate, "learning rate");
    double before = learningRate();
    if (before == 0) {
      throw new IllegalArgumentException(
          "A schedule has brought the learning rate to 0; nothing that multiplies it makes it "
              + NumberRule.number(rate)
              + ".");
    }
    state.descent().schedules().scale(rate / before);
  }

  @Override
  public void stop(String why) {
    Objects.requireNonNull(why, "reason");
    if (cause == RunEnd.Cause.COMPLETED) {
      cause = RunEnd.Cause.STOPPED;
      reason = why;
    }
  }
}
