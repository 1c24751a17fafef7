package dev.annette.runtime.check;

import static dev.annette.runtime.check.ModelTrial.parameters;

import dev.annette.runtime.json.ModelFile;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A model that is saved and loaded is the same model. */
final class FileProperties {
  static final List<ModelProperty> ALL =
      List.of(
          new ModelProperty("saved twice, the same bytes", FileProperties::bytes),
          new ModelProperty("saved and loaded, the same numbers", FileProperties::numbers),
          new ModelProperty("saved and loaded, the same predictions", FileProperties::predictions),
          new ModelProperty("saved and loaded, learns on alike", FileProperties::learning));

  private FileProperties() {}

  private static String bytes(ModelTrial trial) throws IOException {
    NetworkModel model = trial.trained(1).model();
    byte[] json = model.toJson();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    model.save(stream);
    requireSame(json, stream.toByteArray());
    requireSame(json, ModelFile.toBytes(loaded(trial, model)));
    return json.length + " bytes";
  }

  private static void requireSame(byte[] expected, byte[] actual) {
    int place = Arrays.mismatch(expected, actual);
    if (place >= 0) {
      throw new AssertionError(
          "files of %d and %d bytes differ from byte %d on"
              .formatted(expected.length, actual.length, place));
    }
  }

  private static String numbers(ModelTrial trial) throws IOException {
    NetworkModel model = trial.trained(1).model();
    ModelContent saved = model.content();
    ModelContent loaded = loaded(trial, model);
    int tensors = saved.description().tensors().size();
    for (int i = 0; i < tensors; i++) {
      String name = saved.description().tensors().get(i).name();
      SameBits.require("numbers of " + name, saved.tensor(i), loaded.tensor(i));
    }
    return tensors + " tensors";
  }

  private static String predictions(ModelTrial trial) throws IOException {
    NetworkModel model = trial.trained(1).model();
    float[] expected = trial.predictions(model);
    SameBits.require("predictions", expected, trial.predictions(continued(trial, model).model()));
    return expected.length + " predictions";
  }

  /** Two trainers continue: one from the model as it is, one from its file. */
  private static String learning(ModelTrial trial) throws IOException {
    NetworkModel model = trial.trained(1).model();
    NetworkTrainer<?> fromMemory = trial.fresh();
    fromMemory.state().restore(model.content());
    float[] expected = parameters(trial.learned(fromMemory, 1));
    NetworkTrainer<?> fromFile = trial.learned(continued(trial, model), 1);
    SameBits.require("weights", expected, parameters(fromFile));
    return expected.length + " parameters";
  }

  /** Returns a trainer that continues with what is in a model's file. */
  private static NetworkTrainer<?> continued(ModelTrial trial, NetworkModel model)
      throws IOException {
    NetworkTrainer<?> trainer = trial.fresh();
    trainer.state().restore(loaded(trial, model));
    return trainer;
  }

  private static ModelContent loaded(ModelTrial trial, NetworkModel model) throws IOException {
    return ModelFile.load(model.toJson(), trial.network());
  }
}
