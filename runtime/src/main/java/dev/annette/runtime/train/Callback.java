package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;

/**
 * What a user does in the course of a run: watch, log, save, stop. Called by the thread that called
 * {@code fit}; an exception ends the run and leaves it.
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
   * Called once when the run has ended for whatever reason, divergence too, and the weights are
   * those that {@code fit} leaves.
   */
  default void onEnd(Control control) {}
}
