package dev.annette.runtime.callback;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import dev.annette.runtime.train.Mode;
import dev.annette.runtime.train.Monitor;
import java.nio.file.Path;

/**
 * Saves the model after every epoch that is better than all those of the run before; {@link
 * Checkpoint#best} makes one. Of equal epochs the first counts, and one in which the number is NaN
 * is not better. A second run starts anew.
 */
public final class BestCheckpoint implements Callback {
  private final Path file;
  private final String monitor;
  private final Mode mode;
  private final SavedModels models;
  private Monitor watched;
  private double best;

  BestCheckpoint(Path file) {
    this(file, "", Mode.AUTO);
  }

  private BestCheckpoint(Path file, String monitor, Mode mode) {
    this.file = file;
    this.monitor = monitor;
    this.mode = mode;
    this.models = new SavedModels(file);
  }

  /** Returns the same watching another number, by a name that {@link Monitor} knows. */
  public BestCheckpoint withMonitor(String name) {
    return new BestCheckpoint(file, name, mode);
  }

  /** Returns the same with the direction in which the number improves. */
  public BestCheckpoint withMode(Mode direction) {
    return new BestCheckpoint(file, monitor, direction);
  }

  @Override
  public void onStart(Control control) {
    watched = control.monitor("Checkpoint.best", new Monitor(monitor, mode));
    best = watched.worst();
    models.prepare();
  }

  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    double value = watched.value(epoch);
    if (watched.improves(value, best)) {
      best = value;
      models.save(epoch, control);
    }
  }
}
