package dev.annette.runtime.model;

/** A trained network that does not change any more; generated models implement it. Thread-safe. */
public interface NetworkModel {

  /** Returns what the network is made of. */
  NetworkDescription description();

  /** Returns where its numbers came from. */
  default Provenance provenance() {
    return content().provenance();
  }

  /** Returns everything it consists of, as a file holds it. */
  ModelContent content();

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
