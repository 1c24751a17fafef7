package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Generated forward and backward passes against PyTorch's, for one batch. */
class PyTorchGradientTest {
  private static final double TOLERANCE = 1e-5;
  private static final List<Fixture> FIXTURES = Fixture.compiled("activations.json");

  @ParameterizedTest
  @FieldSource("FIXTURES")
  void outputs_loss_and_gradients_are_those_of_pytorch(Fixture fixture) {
    NetworkTrainer<?> trainer = fixture.trainer();
    double[] outputs = fixture.expected("outputs");
    float[] actual = new float[outputs.length];
    Predictor predictor = trainer.model().predictor();
    if (fixture.loss().isCrossEntropy()) {
      predictor.logits(fixture.features(), fixture.rows(), actual);
    } else {
      predictor.predict(fixture.features(), fixture.rows(), actual);
    }
    assertClose(outputs, actual, TOLERANCE, "outputs");
    requireGradients(fixture, trainer, fixture.batch());
  }

  private static void requireGradients(Fixture fixture, NetworkTrainer<?> trainer, Batch batch) {
    float[] gradients = new float[trainer.parameterCount()];
    double loss = trainer.gradients(batch, gradients);
    double expectedLoss = fixture.expected().get("dataLoss").asDouble();
    assertEquals(expectedLoss, loss, TOLERANCE * expectedLoss);
    int from = 0;
    for (TensorDescription tensor : trainer.description().tensors()) {
      float[] gradient = Arrays.copyOfRange(gradients, from, from + tensor.size());
      double[] expected = fixture.expected("gradients", tensor.name());
      assertClose(expected, gradient, TOLERANCE, "gradient of " + tensor.name());
      from += tensor.size();
    }
  }
}
