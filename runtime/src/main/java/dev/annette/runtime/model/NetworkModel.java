package dev.annette.runtime.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A trained network that does not change any more; generated models implement it. Thread-safe. */
public interface NetworkModel {

  /** Returns what the network is made of. */
  NetworkDescription description();

  /**
   * Returns a table of layers with their modifiers, parameters and costs, and what is known of the
   * training: m, and every penalty with its effective strength.
   */
  default String summary() {
    return ModelSummary.of(description().summary(), this);
  }

  /** Returns where its numbers came from. */
  default Provenance provenance() {
    return content().provenance();
  }

  /** Returns everything it consists of, as a file holds it. */
  ModelContent content();

  /**
   * Saves the model: the file is the old one or the new one, whole.
   *
   * @throws IOException if it cannot be written
   */
  void save(Path file) throws IOException;

  /**
   * Writes the model; the stream stays open.
   *
   * @throws IOException if it cannot be written
   */
  void save(OutputStream stream) throws IOException;

  /** Returns the model as a file holds it. */
  byte[] toJson();

  /**
   * Returns a model that leaves out weights that are exactly 0 wherever that is faster. It predicts
   * the same bits and is saved as the same bytes.
   */
  default NetworkModel pruned() {
    return this;
  }

  /** Returns a new predictor, for one thread. */
  Predictor predictor();

  /** Returns how many numbers one input row has. */
  default int inputSize() {
    return description().inputSize();
  }

  /** Returns how many outputs one row has. */
  default int outputSize() {
    return description().outputs();
  }
}
