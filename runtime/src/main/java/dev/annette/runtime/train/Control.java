package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import java.util.List;

/** A run as a {@link Callback} sees it. */
public interface Control {
  /** Returns what the network is made of. */
  NetworkDescription description();

  /** Returns how many epochs of this run are behind it. */
  int epoch();

  /** Returns how many epochs this run has at most. */
  int epochs();

  /** Returns how many updates were made, in all runs. */
  long steps();

  /** Returns whether the loss of validation rows is measured. */
  boolean validates();

  /**
   * Returns what is to be watched with the direction that its metric knows, where none is said.
   *
   * @param watcher who watches, as refusals name it
   * @throws IllegalArgumentException if this run does not measure it, or its direction is not known
   */
  Monitor monitor(String watcher, Monitor watched);

  /** Returns the finished epochs, in all runs. */
  List<EpochRecord> history();

  /** Returns a snapshot, with averaged weights where they are averaged. */
  NetworkModel model();

  /** Returns the learning rate of the coming update. */
  double learningRate();

  /**
   * Changes the learning rate of the coming update. What its schedules do later multiplies it on.
   *
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  void learningRate(double rate);

  /**
   * Ends the run after this epoch; the first reason given counts.
   *
   * @param reason a clause: {@code the validation loss is below 0.1}
   */
  void stop(String reason);
}
