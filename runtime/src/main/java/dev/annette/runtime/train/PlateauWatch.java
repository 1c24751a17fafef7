package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;

/** A reduction on plateaus at work. */
final class PlateauWatch implements Callback {
  private final ReduceOnPlateau options;
  private ReduceOnPlateau.State state;

  PlateauWatch(ReduceOnPlateau options) {
    this.options = options;
    this.state = options.start();
  }

  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    state = options.next(state, options.watching().value(epoch));
    if (state.reduces() && control.learningRate() > options.minRate()) {
      control.learningRate(options.reduced(control.learningRate()));
    }
  }

  /** Goes on from what was known of the run. */
  void resume(ReduceOnPlateau.State known) {
    state = known;
  }

  /** Returns what is known of the run. */
  ReduceOnPlateau.State state() {
    return state;
  }
}
