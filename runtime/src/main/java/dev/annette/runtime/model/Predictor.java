package dev.annette.runtime.model;

/**
 * A model with scratch memory for one thread; two threads need two predictors. Its methods allocate
 * nothing once the scratch has grown to the largest number of rows seen and, with SIMD kernels, a
 * thread has predicted 8 rows or more: then the model keeps a copy of its weights, in the order in
 * which these kernels read them.
 *
 * <p>Rows are row-major: inputs {@code [rows, inputSize]}, outputs {@code [rows, outputSize]}.
 * Every method throws an IllegalArgumentException naming row, column and value if an input is not
 * finite, and naming both widths if an array has the wrong length.
 */
public interface Predictor {

  /**
   * Computes the outputs of one row: probabilities for a cross-entropy, numbers otherwise.
   *
   * @param input {@code [inputSize]}
   * @param output {@code [outputSize]}, overwritten
   */
  void predict(float[] input, float[] output);

  /**
   * Computes the outputs of many rows.
   *
   * @param inputs {@code [rows, inputSize]}
   * @param outputs {@code [rows, outputSize]}, overwritten
   */
  void predict(float[] inputs, int rows, float[] outputs);

  /**
   * Computes what the loss is computed from: the outputs before the softmax or sigmoid of a
   * cross-entropy, and the outputs themselves for any other loss.
   *
   * @param inputs {@code [rows, inputSize]}
   * @param outputs {@code [rows, outputSize]}, overwritten
   */
  void logits(float[] inputs, int rows, float[] outputs);
}
