package dev.annette.runtime.metric;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Predictor;
import java.util.Map;
import java.util.function.Function;

/** A network whose logits are its inputs. */
final class FixedOutputs implements Predictor {
  private final int width;

  private FixedOutputs(int width) {
    this.width = width;
  }

  static Predictor of(int width) {
    return new FixedOutputs(width);
  }

  /** Measures rows whose features are the logits to measure. */
  static Evaluation evaluate(Loss loss, Dataset rows) {
    return Evaluation.of(network(loss, rows.width()), new FixedOutputs(rows.width()), rows);
  }

  /** Measures rows by metrics of the caller's too. */
  static Evaluation evaluate(
      Loss loss, Dataset rows, Function<NetworkDescription, Map<String, Metric>> own) {
    return Evaluation.of(
        network(loss, rows.width()),
        new FixedOutputs(rows.width()),
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
    System.arraycopy(inputs, 0, outputs, 0, inputs.length);
  }
}
