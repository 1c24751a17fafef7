package dev.annette.runtime.importance;

import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import java.io.OutputStream;
import java.nio.file.Path;

/** A model with one output, {@code Σ weight·x}. */
record WeightedSum(NetworkDescription description, float... weights) implements NetworkModel {

  @Override
  public Predictor predictor() {
    return new Predictor() {
      @Override
      public void predict(float[] input, float[] output) {
        throw new UnsupportedOperationException("importances need logits only");
      }

      @Override
      public void predict(float[] inputs, int rows, float[] outputs) {
        throw new UnsupportedOperationException("importances need logits only");
      }

      @Override
      public void logits(float[] inputs, int rows, float[] outputs) {
        for (int row = 0; row < rows; row++) {
          outputs[row] = 0;
          for (int i = 0; i < weights.length; i++) {
            outputs[row] += weights[i] * inputs[row * weights.length + i];
          }
        }
      }
    };
  }

  @Override
  public ModelContent content() {
    throw new UnsupportedOperationException("it has no tensors");
  }

  @Override
  public void save(Path file) {
    throw new UnsupportedOperationException("it has no tensors");
  }

  @Override
  public void save(OutputStream stream) {
    throw new UnsupportedOperationException("it has no tensors");
  }

  @Override
  public byte[] toJson() {
    throw new UnsupportedOperationException("it has no tensors");
  }
}
