package dev.annette.runtime.callback;

import dev.annette.runtime.model.EpochCsv;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes every epoch to a CSV file as it ends: {@code training.callback(CsvLog.to(path))}.
 *
 * <p>After every epoch the file is what {@link dev.annette.runtime.train.History#toCsv()} is then,
 * with the epochs of earlier runs of the same trainer, or of the model that it continues. What is
 * written stays when the program dies. A file that is there when the run starts is replaced;
 * directories are made.
 *
 * <p>If the file cannot be written, {@code fit} throws an {@link java.io.UncheckedIOException} that
 * names it: before the first epoch if it cannot be opened.
 */
public final class CsvLog implements Callback {
  private final Path file;
  private OutputStream out;
  private EpochCsv table;

  private CsvLog(Path file) {
    this.file = Objects.requireNonNull(file, "file");
  }

  /** Returns a log to this file. */
  public static CsvLog to(Path file) {
    return new CsvLog(file);
  }

  @Override
  public void onStart(Control control) {
    try {
      Folders.createFor(file);
      write(control.history());
    } catch (IOException failed) {
      throw Unwritable.by("CsvLog", file, failed);
    }
  }

  /** Writes the file anew if an epoch measured what those before did not. */
  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    try {
      if (table != null && table.hasColumnsFor(epoch)) {
        append(table.line(epoch));
      } else {
        out.close();
        write(control.history());
      }
    } catch (IOException failed) {
      throw Unwritable.by("CsvLog", file, failed);
    }
  }

  @Override
  public void onEnd(Control control) {
    try {
      out.close();
    } catch (IOException failed) {
      throw Unwritable.by("CsvLog", file, failed);
    }
  }

  /** Starts the file; what its columns are is not known before the first epoch. */
  private void write(List<EpochRecord> epochs) throws IOException {
    out = Files.newOutputStream(file);
    table = epochs.isEmpty() ? null : EpochCsv.of(epochs);
    if (table != null) {
      try {
        append(table.text(epochs));
      } catch (IOException failed) {
        out.close();
        throw failed;
      }
    }
  }

  private void append(String lines) throws IOException {
    out.write(lines.getBytes(StandardCharsets.UTF_8));
  }
}
