package dev.annette.runtime.callback;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import java.nio.file.Path;

/** Saves the model whenever the number of the epoch is a multiple of some number. */
final class PeriodicCheckpoint implements Callback {
  private final int every;
  private final SavedModels models;

  PeriodicCheckpoint(int every, Path file) {
    if (every < 1) {
      throw new IllegalArgumentException(
          "Checkpoint.every(%d, file): a model is saved after epochs, so it must be at least 1."
              .formatted(every));
    }
    this.every = every;
    this.models = new SavedModels(file);
  }

  @Override
  public void onStart(Control control) {
    models.prepare();
  }

  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    if (epoch.epoch() % every == 0) {
      models.save(epoch, control);
    }
  }
}
