package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is done in the course of a run: watch, log, save, stop. {@link Training#callback} takes one;
 * {@link #onEpoch(BiConsumer)} makes one of a lambda.
 *
 * <p>Ready to use:
 *
 * <ul>
 *   <li>{@link dev.annette.runtime.callback.Checkpoint} saves the best model, or one every so many
 *       epochs;
 *   <li>{@link dev.annette.runtime.callback.CsvLog} writes every epoch to a CSV file;
 *   <li>{@link dev.annette.runtime.callback.TensorBoard} writes what TensorBoard draws;
 *   <li>{@link Training#earlyStopping}, {@link Training#reduceOnPlateau}, {@link
 *       Training#learningRate}, {@link Training#averaging} and {@link Training#progress()} are
 *       options of the run.
 * </ul>
 *
 * <p>Called by the thread that called {@code fit}. An exception ends the run and leaves {@code fit}
 * as it is, after every callback that saw the start has seen the end; what these throw then is
 * suppressed. The trainer keeps the weights and the history of that moment: its model can be taken
 * and saved, and {@code fit} called again.
 *
 * <pre>{@code
 * class SaveEveryTenth implements Callback {
 *   private final Path folder;
 *
 *   SaveEveryTenth(Path folder) {
 *     this.folder = folder;
 *   }
 *
 *   @Override
 *   public void onEpoch(EpochRecord epoch, Control control) {
 *     if (epoch.epoch() % 10 == 0) {
 *       try {
 *         control.model().save(folder.resolve("epoch-" + epoch.epoch() + ".json"));
 *       } catch (IOException failed) {
 *         throw new UncheckedIOException(failed);
 *       }
 *     }
 *   }
 * }
 * }</pre>
 */
public interface Callback {
  /**
   * Returns a callback that acts after every epoch.
   *
   * <pre>{@code
   * training.callback(
   *     Callback.onEpoch(
   *         (epoch, control) -> {
   *           if (epoch.validationLoss() < 0.1) {
   *             control.stop("the validation loss is below 0.1");
   *           }
   *         }));
   * }</pre>
   */
  static Callback onEpoch(BiConsumer<? super EpochRecord, ? super Control> action) {
    Objects.requireNonNull(action, "action");
    return new Callback() {
      @Override
      public void onEpoch(EpochRecord epoch, Control control) {
        action.accept(epoch, control);
      }
    };
  }

  /** Returns a callback that acts when the run has ended. */
  static Callback onEnd(Consumer<? super Control> action) {
    Objects.requireNonNull(action, "action");
    return new Callback() {
      @Override
      public void onEnd(Control control) {
        action.accept(control);
      }
    };
  }

  /** Called before the first epoch. One object that serves several runs forgets the last here. */
  default void onStart(Control control) {}

  /**
   * Called after every update; of what the run can be told here, {@link Control#stop} takes effect
   * at the end of the epoch and {@link Control#learningRate(double)} at once.
   *
   * @param dataLoss that of the batch before the update, without penalties
   * @param control the run
   */
  default void onStep(double dataLoss, Control control) {}

  /**
   * Called after every epoch, when it is in the history.
   *
   * @param epoch what it came to
   * @param control the run
   */
  default void onEpoch(EpochRecord epoch, Control control) {}

  /**
   * Called once when the run has ended for whatever reason, divergence and exceptions of callbacks
   * too, and the weights are those that {@code fit} leaves. Not called where the start was not.
   */
  default void onEnd(Control control) {}
}
