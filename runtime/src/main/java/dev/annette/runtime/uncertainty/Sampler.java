package dev.annette.runtime.uncertainty;

/**
 * Predicts with the noise of training, with the working memory of one thread: dropout and its kin
 * draw as they do in a training step, normalisation keeps its running statistics, and nothing is
 * learned or counted. Generated trainers have one where the network has noise.
 */
public interface Sampler {
  /**
   * Takes rows, and computes what no noise reaches.
   *
   * @param features {@code [≥ rows, inputSize]}; the array is read until other rows are taken
   * @param rows at least 1
   */
  void take(float[] features, int rows);

  /**
   * Computes one prediction of every row taken.
   *
   * @param number decides what the noise is; the same number, seed and rows give the same bits
   * @param outputs {@code [≥ rows, outputSize]}, overwritten: probabilities for a cross-entropy,
   *     numbers otherwise
   */
  void draw(long number, float[] outputs);
}
