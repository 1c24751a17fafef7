package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertWithin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A whole run of a generated trainer against PyTorch's. */
class DigitsRunTest {
  /** How much farther from float64 than PyTorch's own float32 a run may be. */
  private static final double SLACK = 50;

  private static final List<Fixture> FIXTURES = Fixture.compiled("training.json");

  @ParameterizedTest
  @FieldSource("FIXTURES")
  void epochs_parameters_and_predictions_are_those_of_pytorch(Fixture fixture) {
    NetworkTrainer<?> trainer = fixture.trainer();
    double error = SLACK * fixture.expected().get("float32Deviation").asDouble();
    List<EpochRecord> epochs =
        trainer
            .fit(
                Dataset.ofClasses(fixture.features(), fixture.rows(), fixture.classes()),
                Training.epochs(fixture.json().get("epochs").asInt())
                    .batchSize(fixture.json().get("batchSize").asInt())
                    .optimizer(Sgd.of(fixture.json().at("/optimizer/learningRate").asDouble()))
                    .shuffle(false))
            .epochs();
    double[] losses = fixture.expected("epochDataLoss");
    double[] penalties = fixture.expected("epochPenalty");
    assertEquals(losses.length, epochs.size());
    for (int epoch = 0; epoch < losses.length; epoch++) {
      assertEquals(losses[epoch], epochs.get(epoch).dataLoss(), error);
      assertEquals(penalties[epoch], epochs.get(epoch).penalty(), error);
    }
    for (var entry : fixture.expected().get("parameters").properties()) {
      double[] values = Fixture.doubles(entry.getValue());
      assertWithin(values, trainer.parameter(entry.getKey()), error, entry.getKey());
    }
    requirePredictions(fixture, trainer.model(), error);
  }

  private static void requirePredictions(Fixture fixture, NetworkModel model, double error) {
    JsonNode predictions = fixture.expected().get("predictions");
    int width = model.inputSize();
    for (int i = 0; i < predictions.get("rows").size(); i++) {
      int row = predictions.get("rows").get(i).asInt();
      float[] features = Arrays.copyOfRange(fixture.features(), row * width, (row + 1) * width);
      assertEquals(
          predictions.get("classes").get(i).asInt(),
          fixture.network().ask(model, "classify", features));
      for (String question : new String[] {"logits", "probabilities"}) {
        double[] expected =
            Arrays.copyOfRange(
                fixture.expected("predictions", question),
                i * model.outputSize(),
                (i + 1) * model.outputSize());
        float[] actual = (float[]) fixture.network().ask(model, question, features);
        assertWithin(expected, actual, 10 * error, question + " of row " + row);
      }
    }
  }
}
