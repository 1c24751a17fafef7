package dev.annette.runtime.metric;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Predictor;
import java.util.Map;
import java.util.function.Function;

/** A network whose logits are its inputs, times a factor. */
final class FixedOutputs implements Predictor {
  private final int width;
  private final float factor;

  private FixedOutputs(int width, float factor) {
    this.width = width;
    this.factor = factor;
  }

  static Predictor of(int width) {
    return of(width, 1);
  }

  static Predictor of(int width, float factor) {
    return new FixedOutputs(width, factor);
  }

  /** Measures rows whose features are the logits to measure. */
  static Evaluation evaluate(Loss loss, Dataset rows) {
    return Evaluation.of(network(loss, rows.width()), of(rows.width()), rows);
  }

  /** Measures rows by metrics of the caller's too. */
  static Evaluation evaluate(
      Loss loss, Dataset rows, Function<NetworkDescription, Map<String, Metric>> own) {
    return Evaluation.of(
        network(loss, rows.width()),
        of(rows.width()),
        rows,
        own.apply(network(loss, rows.width())));
  }

  static NetworkDescription network(Loss loss, int width) {
    return NetworkDescription.network("Fixed", width).loss(loss).outputs(width).build();
  }

  @Override
  public void predict(float[] input, float[] output) {
    throw new UnsupportedOperationException("metrics need logits only");
  }

  @Override
  public void predict(float[] inputs, int rows, float[] outputs) {
    throw new UnsupportedOperationException("metrics need logits only");
  }

  @Override
  public void logits(float[] inputs, int rows, float[] outputs) {
    if (inputs.length != rows * width || outputs.length != rows * width) {
      throw new IllegalArgumentException("arrays of exactly " + rows + " rows are expected");
    }
    for (int i = 0; i < inputs.length; i++) {
      outputs[i] = inputs[i] * factor;
    }
  }
}
