package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import dev.annette.DropConnect;
import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Replay;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network whose hidden layer leaves out weights: its gradients, and what its model predicts. */
class DropConnectTest {
  private static final int ROWS = 20;
  private static final int IN = 6;

  private final Batch batch =
      Sample.batch(new Random(1), Loss.HALF_SQUARED_ERROR, ROWS, IN, 2, false);

  private static GeneratedNetwork network(String mask, String hidden) {
    Compilation compilation =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "connected.Net",
                    "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = 8, %s) @DropConnect(value = 0.3, mask = MaskScope.%s) Layer h;"
                        .formatted(hidden, mask),
                    "@Dense(units = 2) @DropConnect(0.2) Layer output;"));
    return compilation.network("connected.Net");
  }

  private NetworkTrainer<?> trained(GeneratedNetwork network, Training training) {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.prepare(training.optimizer(Sgd.of(0.05)));
    for (int i = 0; i < 5; i++) {
      trainer.step(batch);
    }
    return trainer;
  }

  private float[] outputs(NetworkModel model) {
    float[] outputs = new float[ROWS * 2];
    model.predictor().predict(batch.features(), ROWS, outputs);
    return outputs;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PER_ROW", "PER_BATCH"})
  void gradients_are_those_of_the_masks_at_hand(String mask) {
    NetworkTrainer<?> trainer =
        trained(
            network(mask, "activation = TANH"),
            Training.online().override("h", DropConnect.class, 0.6));
    GradientCheck.of(trainer, batch).requireWithin(1e-5);
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"LINEAR", "RELU", "LEAKY_RELU", "TANH", "SIGMOID", "SILU", "GELU", "SOFTMAX"})
  void the_model_predicts_expected_activations(Activation activation) {
    NetworkTrainer<?> trainer =
        trained(network("PER_ROW", "activation = " + activation), Training.online());
    NetworkModel model = trainer.model();
    Tensors tensors = Tensors.ofFloats(model.description(), trainer::parameter);
    double[] exact =
        Interpreter.of(model.description()).outputs(tensors, batch, Replay.none()).values();
    float[] predicted = outputs(model);
    for (int i = 0; i < exact.length; i++) {
      assertEquals(exact[i], predicted[i], 2e-5, activation + " output " + i);
    }
  }

  /** The rate that the model expects is that of the run, not that of the declaration. */
  @ParameterizedTest
  @ValueSource(strings = {"PER_ROW", "PER_BATCH"})
  void a_run_without_it_leaves_a_plain_model(String mask) {
    Training off =
        Training.online()
            .override("h", DropConnect.class, 0)
            .override("output", DropConnect.class, 0);
    NetworkTrainer<?> trainer = trained(network(mask, "activation = TANH"), off);
    assertArrayEquals(new float[] {0}, trainer.parameter("h.dropConnect"));
    Compilation plain =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "plain.Net",
                    "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = 8, activation = TANH) Layer h;",
                    "@Dense(units = 2) Layer output;"));
    NetworkTrainer<?> other = trained(plain.network("plain.Net"), Training.online());
    assertArrayEquals(outputs(other.model()), outputs(trainer.model()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void threads_do_not_change_bits(int threads) {
    GeneratedNetwork network = network("PER_ROW", "activation = RELU");
    NetworkTrainer<?> one = trained(network, Training.online().threads(1));
    NetworkTrainer<?> many = trained(network, Training.online().threads(threads));
    assertArrayEquals(outputs(one.model()), outputs(many.model()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void edge_rates_are_refused_with_the_words_of_the_compiler(double rate) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    trained(
                        network("PER_ROW", "activation = RELU"),
                        Training.online().override("h", DropConnect.class, rate)))
            .getMessage();
    assertTrue(
        message.contains(
            "a DropConnect rate is the share of weights left out in each training step, so it must"
                + " be at least 0 and below 1"),
        message);
    Compilation refused =
        SourceCompiler.javac()
            .compile(
                Declarations.source(
                    "refused.Net",
                    "input = 6, loss = Loss.HALF_SQUARED_ERROR",
                    "@Dense(units = 2) @DropConnect(" + source(rate) + ") Layer output;"));
    assertFalse(refused.succeeded());
    assertTrue(refused.messages().contains("a DropConnect rate is the share"), refused::messages);
  }

  private static String source(double rate) {
    return Double.isNaN(rate) ? "Double.NaN" : Double.toString(rate);
  }
}
