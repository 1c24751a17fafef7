package dev.annette.runtime.train;

import dev.annette.runtime.json.ModelFile;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Predictor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The model of {@link LinearTrainer}. */
public record LinearModel(ModelContent content) implements SavedModel {

  @Override
  public NetworkDescription description() {
    return content.description();
  }

  @Override
  public Predictor predictor() {
    float[] weights = content.tensor(0);
    float[] bias = content.tensor(1);
    return new LoopPredictor(inputSize(), outputSize()) {
      @Override
      float output(float[] inputs, int from, int unit) {
        float sum = bias[unit];
        for (int k = 0; k < inputSize(); k++) {
          sum = Math.fma(inputs[from + k], weights[k * outputSize() + unit], sum);
        }
        return sum;
      }
    };
  }

  @Override
  public void save(Path file) throws IOException {
    ModelFile.save(content(), file);
  }

  @Override
  public void save(OutputStream stream) throws IOException {
    ModelFile.save(content(), stream);
  }

  @Override
  public byte[] toJson() {
    return ModelFile.toBytes(content());
  }
}
