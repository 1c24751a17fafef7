package dev.annette.runtime.train;

import dev.annette.runtime.file.AtomicFile;
import dev.annette.runtime.model.EpochRecord;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run in the file that keeps it: its identity, what it knows, and the moments it may return to.
 * Random numbers need no state of their own, being counted by steps and epochs.
 */
final class KeptRun {
  private static final String FORMAT = "annette run 1";

  private final Path file;
  private final long interval;
  private final List<String> identity;
  private final TrainingState state;
  private final RunControl control;
  private final Cursor cursor;

  /** The end of the last epoch. */
  private final Moment lastGood;

  /** Where the present is gathered before it is written or taken over. */
  private final Moment present;

  /** When it was kept last. */
  private long kept;

  KeptRun(
      Resumption resumption,
      List<String> identity,
      TrainingState state,
      RunControl control,
      Cursor cursor,
      Moment lastGood) {
    this.file = resumption.file();
    this.interval = resumption.interval().toNanos();
    this.identity = identity;
    this.state = state;
    this.control = control;
    this.cursor = cursor;
    this.lastGood = lastGood;
    this.present = new Moment(state);
  }

  /**
   * Takes the run over from the file, or begins to keep it where there is none.
   *
   * @throws IllegalArgumentException if the file keeps another run; no weight has changed then
   * @throws UncheckedIOException if it is damaged, or cannot be read or written
   */
  void begin() {
    if (Files.exists(file)) {
      resume();
      kept = System.nanoTime();
    } else {
      keep();
    }
  }

  /** Keeps the run after a batch, if it is time. */
  void afterBatch() {
    if (System.nanoTime() - kept >= interval) {
      keep();
    }
  }

  /**
   * Keeps the run as it is.
   *
   * @throws TrainingDivergedException if a weight is not finite; the file stays as it was
   */
  void keep() {
    state.parameters().requireFinite();
    present.keep();
    try {
      AtomicFile.replace(file, this::write);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The run cannot be kept in %s: %s: %s. The trainer keeps what it has learned."
              .formatted(file, failed.getClass().getSimpleName(), failed.getMessage()),
          failed);
    }
    kept = System.nanoTime();
  }

  private void write(OutputStream stream) throws IOException {
    RunOutput out = new RunOutput(stream);
    out.put(FORMAT);
    out.put(identity.size());
    for (String line : identity) {
      out.put(line);
    }
    RunStateFormat.write(control.runState(), out);
    out.put(control.cause().name());
    out.put(control.reason());
    RunStateFormat.write(state.history(), out);
    out.put(cursor.batches());
    out.put(cursor.rows());
    out.put(cursor.loss());
    state.activities().write(out);
    present.write(out);
    if (cursor.batches() > 0) {
      lastGood.write(out);
    }
    if (control.best() != null) {
      control.best().write(out);
    }
    out.end();
  }

  private void resume() {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      read(new RunInput(stream));
    } catch (StreamCorruptedException | EOFException damage) {
      throw new UncheckedIOException(
          "%s is damaged: %s. Delete it to start the run anew."
              .formatted(
                  file, damage instanceof EOFException ? "it ends too soon" : damage.getMessage()),
          damage);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s cannot be read: %s: %s"
              .formatted(file, failed.getClass().getSimpleName(), failed.getMessage()),
          failed);
    }
  }

  /** Reads everything before anything of it is taken over. */
  private void read(RunInput in) throws IOException {
    if (!in.getText().equals(FORMAT)) {
      throw new StreamCorruptedException("it does not start with \"" + FORMAT + "\"");
    }
    requireSameRun(in);
    RunState known = RunStateFormat.read(in);
    RunEnd.Cause cause = cause(in.getText());
    String reason = in.getText();
    List<EpochRecord> history = RunStateFormat.readHistory(in);
    int batches = in.getInt();
    long rows = in.getLong();
    double loss = in.getDouble();
    double[] activities = state.activities().read(in);
    present.read(in);
    if (batches > 0) {
      lastGood.read(in);
    }
    if (control.best() != null) {
      control.best().read(in);
    }
    in.end();
    present.resume(present.epoch(), history);
    state.activities().resume(activities);
    cursor.at(batches, rows, loss);
    if (batches == 0) {
      lastGood.keep();
    }
    control.resume(known, cause, reason);
  }

  private void requireSameRun(RunInput in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      lines.add(in.getText());
    }
    String difference = RunIdentity.difference(lines, identity);
    if (difference != null) {
      throw new IllegalArgumentException(
          "%s keeps another run: %s. A run goes on with the same network, seed, options and rows; delete the file to start anew."
              .formatted(file, difference));
    }
  }

  private static RunEnd.Cause cause(String name) throws IOException {
    for (RunEnd.Cause cause : RunEnd.Cause.values()) {
      if (cause.name().equals(name)) {
        return cause;
      }
    }
    throw new StreamCorruptedException("an end that is not known");
  }
}
