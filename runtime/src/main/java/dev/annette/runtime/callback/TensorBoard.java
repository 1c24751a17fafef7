package dev.annette.runtime.callback;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Writes the numbers of every epoch for TensorBoard: {@code
 * training.callback(TensorBoard.to(Path.of("logs", "l2-0.1")))}, seen by {@code tensorboard
 * --logdir logs}.
 *
 * <p>As with Keras, training and validation are two runs, {@code train} and {@code validation} in
 * the directory, whose curves of the same name share a chart:
 *
 * <table>
 *   <caption>What is written of an epoch, over its number</caption>
 *   <tr><th>run</th><th>tag</th><th>number</th></tr>
 *   <tr><td>train</td><td>{@code loss}</td><td>the data loss, without penalties</td></tr>
 *   <tr><td>train</td><td>{@code penalty}</td><td>the sum of the penalties, if there are any</td></tr>
 *   <tr><td>train</td><td>{@code penalty/hidden.weights.l2}</td><td>each by itself</td></tr>
 *   <tr><td>train</td><td>{@code learning_rate}</td><td>that of the coming update</td></tr>
 *   <tr><td>validation</td><td>{@code loss}</td><td>the validation loss</td></tr>
 *   <tr><td>validation</td><td>{@code accuracy}</td><td>each metric by its name</td></tr>
 * </table>
 *
 * <p>A run of {@code fit} adds a file to each; TensorBoard reads all of a directory as one, so a
 * trainer that goes on continues its curves, and another trainer wants another directory. What is
 * written stays when the program dies.
 *
 * <p>If a file cannot be written, {@code fit} throws an {@link java.io.UncheckedIOException} that
 * names it: before the first epoch if it cannot be created.
 */
public final class TensorBoard implements Callback {
  private final Path directory;

  /** The milliseconds since 1970. */
  private final LongSupplier clock;

  private EventFile train;

  /** Null where nothing is validated. */
  private EventFile validation;

  private TensorBoard(Path directory, LongSupplier clock) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.clock = clock;
  }

  /** Returns what writes below this directory, which is made. */
  public static TensorBoard to(Path directory) {
    return new TensorBoard(directory, System::currentTimeMillis);
  }

  /** Returns the same with another clock. */
  TensorBoard withClock(LongSupplier millis) {
    return new TensorBoard(directory, millis);
  }

  @Override
  public void onStart(Control control) {
    train = create("train");
    try {
      validation = control.validates() ? create("validation") : null;
    } catch (RuntimeException failure) {
      close(train);
      throw failure;
    }
  }

  @Override
  public void onEpoch(EpochRecord epoch, Control control) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    numbers.put("loss", epoch.dataLoss());
    if (!epoch.penalties().isEmpty()) {
      numbers.put("penalty", epoch.penalty());
      epoch.penalties().forEach((name, penalty) -> numbers.put("penalty/" + name, penalty));
    }
    numbers.put("learning_rate", control.learningRate());
    write(train, epoch, numbers);
    if (validation != null) {
      SortedMap<String, Double> measured = new TreeMap<>(epoch.metrics());
      measured.put("loss", epoch.validationLoss());
      write(validation, epoch, measured);
    }
  }

  @Override
  public void onEnd(Control control) {
    try {
      close(train);
    } finally {
      if (validation != null) {
        close(validation);
      }
    }
  }

  private double seconds() {
    return clock.getAsLong() * 1e-3;
  }

  private EventFile create(String run) {
    Path folder = directory.resolve(run);
    try {
      return EventFile.create(folder, seconds());
    } catch (IOException failed) {
      throw Unwritable.by("TensorBoard", folder, failed);
    }
  }

  private void write(EventFile events, EpochRecord epoch, Map<String, Double> numbers) {
    try {
      events.write(seconds(), epoch.epoch(), numbers);
    } catch (IOException failed) {
      throw Unwritable.by("TensorBoard", events.file(), failed);
    }
  }

  private static void close(EventFile events) {
    try {
      events.close();
    } catch (IOException failed) {
      throw Unwritable.by("TensorBoard", events.file(), failed);
    }
  }
}
