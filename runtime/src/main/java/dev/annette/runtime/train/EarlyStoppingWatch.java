package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;

/** Early stopping at work: keeps the best moment of a run and asks for its end. */
final class EarlyStoppingWatch implements Callback {
  private final EarlyStopping options;
  private final Moment best;
  private EarlyStopping.State state;

  /**
   * Starts to watch.
   *
   * @param best where the best epoch is kept; null if it is not to be restored
   */
  EarlyStoppingWatch(EarlyStopping options, Moment best) {
    this.options = options;
    this.best = best;
    this.state = options.start();
  }

  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    state = options.next(state, options.watching().value(epoch));
    if (best != null && state.bestEpoch() == state.epochs()) {
      best.keep();
    }
    if (state.stops()) {
      control.stop(
          "%s has not improved for %d epoch%s"
              .formatted(
                  options.watching().watched(epoch),
                  state.waited(),
                  state.waited() == 1 ? "" : "s"));
    }
  }

  /** Goes on from what was known of the run. */
  void resume(EarlyStopping.State known) {
    state = known;
  }

  /** Returns what is known of the run. */
  EarlyStopping.State state() {
    return state;
  }
}
