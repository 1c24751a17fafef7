package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.Stream;

/** The course of a run: how far it is, who watches it, and what ends it. */
final class RunControl implements Control {
  private final NetworkTrainer<?> trainer;
  private final TrainingState state;
  private final RunOptions options;
  private final int epochs;
  private final boolean validates;
  private final List<Callback> callbacks = new ArrayList<>();

  /** The callbacks that have seen the start and not yet the end. */
  private final Queue<Callback> started = new ArrayDeque<>();

  /** Null if nothing reduces the learning rate. */
  private final PlateauWatch plateau;

  /** Null if nothing ends the run early. */
  private final EarlyStoppingWatch stopping;

  /** The moment that early stopping returns to; null if it does not. */
  private final Moment best;

  private int epoch;
  private RunEnd.Cause cause = RunEnd.Cause.COMPLETED;
  private String reason;

  RunControl(NetworkTrainer<?> trainer, RunOptions options, long epochs, boolean validates) {
    this.trainer = trainer;
    this.state = trainer.state();
    this.options = options;
    this.epochs = (int) epochs;
    this.validates = validates;
    ReduceOnPlateau reduction = options.reduceOnPlateau(trainer.description());
    plateau = reduction == null ? null : new PlateauWatch(reduction);
    EarlyStopping early = options.earlyStopping(trainer.description());
    best = early != null && early.restoreBest() ? new Moment(state) : null;
    stopping = early == null ? null : new EarlyStoppingWatch(early, best);
    Stream.of(plateau, stopping).filter(Objects::nonNull).forEach(callbacks::add);
    callbacks.addAll(options.callbacks);
    reason = "all " + epochs + " epochs ran";
  }

  void start() {
    for (Callback callback : callbacks) {
      callback.onStart(this);
      started.add(callback);
    }
  }

  /** Returns whether another epoch is to come. */
  boolean goesOn() {
    return cause == RunEnd.Cause.COMPLETED && epoch < epochs;
  }

  /** Lets the callbacks see an update with this data loss before it. */
  void step(double dataLoss) {
    for (int i = 0; i < callbacks.size(); i++) {
      callbacks.get(i).onStep(dataLoss, this);
    }
  }

  /** Lets the callbacks see a finished epoch. */
  void finish(EpochRecord record) {
    epoch++;
    callbacks.forEach(callback -> callback.onEpoch(record, this));
  }

  /** Returns what the run knows beside weights, optimizer and history. */
  RunState runState() {
    WeightAverage average = state.parameters().average();
    RunSchedules schedules = state.descent().schedules();
    return new RunState(
        schedules.firstStep(),
        schedules.firstEpoch(),
        schedules.scale(),
        average == null ? 0 : average.count(),
        plateau == null ? null : plateau.state(),
        stopping == null ? null : stopping.state());
  }

  /** Goes on from what a run knew, with the trainer where it was then. */
  void resume(RunState known, RunEnd.Cause causeSoFar, String reasonSoFar) {
    RunSchedules schedules = state.descent().schedules();
    schedules.start(known.firstStep(), known.firstEpoch());
    schedules.scale(known.rateScale());
    epoch = (int) (state.epochs() - known.firstEpoch());
    cause = causeSoFar;
    reason = reasonSoFar;
    if (plateau != null) {
      plateau.resume(known.plateau());
    }
    if (stopping != null) {
      stopping.resume(known.stopping());
    }
  }

  /** Returns whether the run ended within an epoch. */
  boolean interrupted() {
    return cause == RunEnd.Cause.INTERRUPTED;
  }

  /** Returns what has ended the run, or will where nothing else does. */
  RunEnd.Cause cause() {
    return cause;
  }

  /** Returns the same in words. */
  String reason() {
    return reason;
  }

  /** Returns the moment that early stopping returns to; null if it does not. */
  Moment best() {
    return best;
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

  private void callEnd() {
    while (!started.isEmpty()) {
      started.remove().onEnd(this);
    }
  }

  /** Lets the callbacks see the end of a run that failed; what they throw then is suppressed. */
  void fail(Throwable failure) {
    while (!started.isEmpty()) {
      try {
        callEnd();
      } catch (RuntimeException | Error another) {
        if (another != failure) {
          failure.addSuppressed(another);
        }
      }
    }
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
  public Monitor monitor(String watcher, Monitor watched) {
    Monitor directed =
        new Monitor(watched.name(), watched.directed(description(), options.ownMetrics));
    directed.require(watcher, validates, options.metrics, options.measured(description()));
    return directed;
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
    state.descent().schedules().at(state.steps(), state.epochs());
    return state.descent().learningRate();
  }

  @Override
  public void learningRate(double rate) {
    Rules.require(NumberRule.LEARNING_RATE, rate, "learning rate");
    double before = learningRate();
    Optimizer optimizer = state.descent().optimizer();
    if (!optimizer.rateMayChange()) {
      throw new IllegalArgumentException(
          optimizer.name() + " would move every weight if its learning rate changed.");
    }
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
