package dev.annette.runtime.metric;

import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Predictor;

/** The rows that are predicted at once: enough for the kernels, few enough for the cache. */
final class RowBlock {
  static final int ROWS = 256;

  private final NetworkDescription network;
  private final Predictor predictor;
  private float[] inputs = new float[0]; // [rows, inputSize]
  private float[] logits = new float[0]; // [rows, outputs]

  RowBlock(NetworkDescription network, Predictor predictor) {
    this.network = network;
    this.predictor = predictor;
  }

  /** Returns the logits of consecutive rows, {@code [count, outputs]}; overwritten by the next. */
  float[] logits(RowFeatures features, int from, int count) {
    int width = network.inputSize();
    if (inputs.length != count * width) {
      inputs = new float[count * width];
      logits = new float[count * network.outputs()];
    }
    for (int i = 0; i < count; i++) {
      features.copyRow(from + i, inputs, i * width);
    }
    predictor.logits(inputs, count, logits);
    return logits;
  }
}
