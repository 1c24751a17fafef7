package dev.annette.runtime.callback;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Control;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** The file, or the files, that the models of a run are saved to. */
final class SavedModels {
  private static final String EPOCH = "{epoch}";

  private final Path file;

  SavedModels(Path file) {
    this.file = Objects.requireNonNull(file, "file");
  }

  /** Makes the directory of the files. */
  void prepare() {
    try {
      Folders.createFor(file);
    } catch (IOException failed) {
      throw Unwritable.by("Checkpoint", file, failed);
    }
  }

  /** Saves the model that a run has after an epoch. */
  void save(EpochRecord epoch, Control control) {
    Path target = target(epoch.epoch());
    try {
      control.model().save(target);
    } catch (IOException failed) {
      throw Unwritable.by("Checkpoint", target, failed);
    }
  }

  private Path target(int epoch) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replace(EPOCH, Integer.toString(epoch)));
  }
}
