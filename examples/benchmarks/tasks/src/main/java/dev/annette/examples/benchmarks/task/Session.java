package dev.annette.examples.benchmarks.task;

/** A task in the hands of a library, ready to go on. Closing it frees what the library holds. */
public interface Session extends AutoCloseable {
  /** Makes a training step from a batch, or predicts its rows; what comes out is not looked at. */
  void run(int batch);

  /** Makes a training step from a batch and returns the loss before it, without penalties. */
  double loss(int batch);

  /**
   * Predicts rows.
   *
   * @param features {@code [rows, inputs]}
   * @return {@code [rows, outputs]}: probabilities of classes, or numbers
   */
  float[] predict(float[] features, int rows);

  @Override
  default void close() {}
}
