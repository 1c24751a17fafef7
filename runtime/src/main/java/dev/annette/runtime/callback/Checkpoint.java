package dev.annette.runtime.callback;

import dev.annette.runtime.train.Callback;
import java.nio.file.Path;

/**
 * Saves models in the course of a run: {@code training.callback(Checkpoint.best(path))}. The file
 * holds what {@code XModel.load} reads and {@code XTrainer.from} continues, with weights and
 * history, but without what the optimizer remembers.
 *
 * <p>Saving is atomic: whatever happens, the file is the old model or the new one, whole. {@code
 * {epoch}} in the file's name stands for the number of the epoch, {@code epoch-{epoch}.json}, so
 * that every model has a file of its own; otherwise each replaces the one before. Directories are
 * made.
 *
 * <p>If a model cannot be saved, {@code fit} throws an {@link java.io.UncheckedIOException} that
 * names the file; the trainer keeps the weights.
 */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * Returns what saves every model that is better than those of the run before: by the validation
   * loss, or the data loss where nothing is validated, unless another number is to be watched.
   */
  public static BestCheckpoint best(Path file) {
    return new BestCheckpoint(file);
  }

  /**
   * Returns what saves the model after every so many epochs.
   *
   * @param epochs at least 1
   */
  public static Callback every(int epochs, Path file) {
    return new PeriodicCheckpoint(epochs, file);
  }
}
