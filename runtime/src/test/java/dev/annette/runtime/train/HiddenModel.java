package dev.annette.runtime.train;

import dev.annette.runtime.json.ModelFile;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Predictor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The model of {@link HiddenTrainer}. */
public record HiddenModel(ModelContent content) implements SavedModel {

  @Override
  public NetworkDescription description() {
    return content.description();
  }

  @Override
  public Predictor predictor() {
    int in = HiddenTrainer.INPUT_SIZE;
    int units = HiddenTrainer.HIDDEN_UNITS;
    int outputs = HiddenTrainer.OUTPUT_UNITS;
    return new LoopPredictor(in, outputs) {
      @Override
      float output(float[] inputs, int from, int unit) {
        double sum = content.tensor(5)[unit];
        for (int j = 0; j < units; j++) {
          double hidden = content.tensor(3)[j];
          for (int k = 0; k < in; k++) {
            double x = (inputs[from + k] - content.tensor(0)[k]) * content.tensor(1)[k];
            hidden += x * content.tensor(2)[k * units + j];
          }
          sum += Math.max(hidden, 0) * content.tensor(4)[j * outputs + unit];
        }
        return (float) sum;
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
