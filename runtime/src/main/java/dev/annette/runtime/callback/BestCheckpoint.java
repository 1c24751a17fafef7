package dev.annette.runtime.callback;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import dev.annette.runtime.train.Mode;
import dev.annette.runtime.train.Monitor;
import java.nio.file.Path;
import java.util.List;

/**
 * Saves the model after every epoch that is better than all those of the run before; {@link
 * Checkpoint#best} makes one. Of equal epochs the first counts, and one in which the number is NaN
 * is not better. A second run starts anew, one that is resumed goes on with its best.
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
    List<EpochRecord> all = control.history();
    all.subList(all.size() - control.epoch(), all.size()).forEach(this::improves);
    models.prepare();
  }

  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    if (improves(epoch)) {
      models.save(epoch, control);
    }
  }

  /** Returns whether an epoch is better than all before, and makes it the best then. */
  private boolean improves(EpochRecord epoch) {
    double value = watched.value(epoch);
    boolean improves = watched.improves(value, best);
    best = improves ? value : best;
    return improves;
  }
}
