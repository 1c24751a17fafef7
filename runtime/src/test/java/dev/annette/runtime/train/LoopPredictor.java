package dev.annette.runtime.train;

import dev.annette.runtime.model.Predictor;

/** A predictor that computes one output after the other. */
abstract class LoopPredictor implements Predictor {
  private final int width;
  private final int outputs;

  LoopPredictor(int width, int outputs) {
    this.width = width;
    this.outputs = outputs;
  }

  /** Returns one output of the row that starts at {@code from}. */
  abstract float output(float[] inputs, int from, int unit);

  @Override
  public void predict(float[] input, float[] output) {
    predict(input, 1, output);
  }

  @Override
  public void predict(float[] inputs, int rows, float[] predicted) {
    for (int row = 0; row < rows; row++) {
      for (int unit = 0; unit < outputs; unit++) {
        predicted[row * outputs + unit] = output(inputs, row * width, unit);
      }
    }
  }

  @Override
  public void logits(float[] inputs, int rows, float[] predicted) {
    predict(inputs, rows, predicted);
  }
}
